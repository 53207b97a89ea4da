/// `--fix`, `--unsafe-fixes`, `--fix-only` and `--diff`, which are read together.
package enum FixingArgument {
  /// What to do with fixes; nil for nothing.
  package static func read(
    fix: Bool, unsafeFixes: Bool, fixOnly: Bool, diff: Bool
  ) throws(CommandError) -> CheckCommand.Fixing? {
    if diff && (fix || fixOnly) {
      throw .usage(
        "--diff and \(fix ? "--fix" : "--fix-only") cannot be combined",
        hint: "--diff prints the changes, \(fix ? "--fix" : "--fix-only") writes them")
    }
    if diff { return CheckCommand.Fixing(.show, includesUnsafe: unsafeFixes) }
    if fixOnly { return CheckCommand.Fixing(.writeOnly, includesUnsafe: unsafeFixes) }
    if fix { return CheckCommand.Fixing(.write, includesUnsafe: unsafeFixes) }
    if unsafeFixes {
      throw .usage(
        "--unsafe-fixes has no effect by itself",
        hint: "use it with --fix, or with --diff to see the changes first")
    }
    return nil
  }
}
