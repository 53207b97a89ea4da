import StatusCommit

/// What `recover` is told to do with a journal that it would not touch by itself.
package enum RecoverDecision {
  /// The decision that two flags make.
  package static func read(
    adopt: Bool, discard: Bool
  ) throws(CommandError) -> RecoverSession.Decision {
    if adopt && discard {
      throw .usage(
        "--adopt and --discard cannot be combined",
        hint: "--adopt undoes the commit, --discard keeps the files as they are")
    }
    return adopt ? .adopt : discard ? .discard : .refuse
  }
}
