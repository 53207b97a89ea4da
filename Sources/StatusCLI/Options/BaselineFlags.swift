/// `--baseline`, `--update-baseline` and `--grow`, which are read together.
struct BaselineFlags {
  /// The file of the baseline; nil for none.
  var path: String?
  /// Whether findings that are gone are removed from it.
  var updates = false
  /// Whether new findings are added to it.
  var grows = false

  /// The file that they mean in `command`; nil for none.
  func path(in command: CheckCommand) throws(CommandError) -> String? {
    if grows && !updates {
      throw .usage("--grow has no effect by itself", hint: "use it with --update-baseline")
    }
    guard updates else { return path }
    if path == nil {
      throw .usage("--update-baseline needs a baseline", hint: "give its file with --baseline FILE")
    }
    let parts: [(String, Bool)] = [
      ("--stdin-path", command.stdinPath != nil), ("--diff", command.fixFlags.diff),
      ("--changed", command.changed != nil), ("--fix-only", command.fixFlags.fixOnly),
    ]
    if let (other, _) = parts.first(where: \.1) {
      throw .usage(
        "--update-baseline and \(other) cannot be combined",
        hint: "update the baseline with a check of the files on disk")
    }
    return path
  }
}
