/// `--fix`, `--unsafe-fixes`, `--fix-only`, `--interactive` and `--diff`, which are read together.
struct FixFlags {
  var fix = false
  var unsafeFixes = false
  var fixOnly = false
  var interactive = false
  var diff = false

  /// What to do with fixes; nil for nothing.
  func fixing() throws(CommandError) -> CheckCommand.Fixing? {
    if diff && (fix || fixOnly) {
      throw .usage(
        "--diff and \(fix ? "--fix" : "--fix-only") cannot be combined",
        hint: "--diff prints the changes, \(fix ? "--fix" : "--fix-only") writes them")
    }
    if interactive && !fix && !fixOnly {
      throw .usage("--interactive has no effect by itself", hint: "use it with --fix")
    }
    if diff { return CheckCommand.Fixing(action: .show, includesUnsafe: unsafeFixes) }
    if fixOnly { return CheckCommand.Fixing(action: .writeOnly, includesUnsafe: unsafeFixes) }
    if fix { return CheckCommand.Fixing(action: .write, includesUnsafe: unsafeFixes) }
    if unsafeFixes {
      throw .usage(
        "--unsafe-fixes has no effect by itself",
        hint: "use it with --fix, or with --diff to see the changes first")
    }
    return nil
  }
}
