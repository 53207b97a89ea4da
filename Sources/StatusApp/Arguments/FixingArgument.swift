/// `--fix`, `--unsafe-fixes`, `--fix-only` and `--diff`, which say one thing together.
package enum FixingArgument {
  /// What is to be done about findings that can be corrected; nil for nothing.
  package static func read(
    fix: Bool, unsafeFixes: Bool, fixOnly: Bool, diff: Bool
  ) throws(CommandError) -> CheckCommand.Fixing? {
    if diff && (fix || fixOnly) {
      throw .usage(
        "--diff writes nothing, and \(fix ? "--fix" : "--fix-only") does", hint: "give one or the other")
    }
    if diff { return CheckCommand.Fixing(.show, includesUnsafe: unsafeFixes) }
    if fixOnly { return CheckCommand.Fixing(.writeOnly, includesUnsafe: unsafeFixes) }
    if fix { return CheckCommand.Fixing(.write, includesUnsafe: unsafeFixes) }
    if unsafeFixes {
      throw .usage(
        "--unsafe-fixes has no effect by itself",
        hint: "use it with --diff to see the changes, or with --fix")
    }
    return nil
  }
}
