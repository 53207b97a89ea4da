import StatusCommit

/// What `recover` is told to do with a journal that it would not touch by itself.
struct RecoverFlags {
  var adopt = false
  var discard = false

  /// The decision that they make.
  func decision() throws(CommandError) -> RecoverSession.Decision {
    if adopt && discard {
      throw .usage(
        "--adopt and --discard cannot be combined",
        hint: "--adopt undoes the commit, --discard keeps the files as they are")
    }
    return adopt ? .adopt : discard ? .discard : .refuse
  }
}
