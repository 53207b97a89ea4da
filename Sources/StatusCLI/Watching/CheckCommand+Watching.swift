import StatusReport

extension CheckCommand {
  /// Refuses options that would write, or that a check that goes on cannot follow.
  func refuseOptionsForOneCheck() throws(CommandError) {
    let writing: [(String, Bool)] = [
      ("--fix", fixFlags.fix), ("--fix-only", fixFlags.fixOnly), ("--diff", fixFlags.diff),
      ("--update-baseline", baselineFlags.updates),
      ("--report", settings[.reports] != nil),
    ]
    if let (option, _) = writing.first(where: \.1) {
      throw .usage(
        "--watch and \(option) cannot be combined",
        hint: "--watch writes nothing; run `statuslint check` for that")
    }
    if stdinPath != nil {
      throw .usage(
        "--watch and --stdin-path cannot be combined",
        hint: "--watch checks the files on disk; leave out one option")
    }
    let formats: [ReportFormat] = [.text, .concise, .jsonLines]
    if let format, !formats.contains(format) {
      throw .usage(
        "--watch cannot print \(format.name)",
        hint: "choose --format text, concise or jsonl (one object a check)")
    }
    if statistics, format == .jsonLines {
      throw .usage(
        "--watch --format jsonl and --statistics cannot be combined", hint: "leave out --statistics")
    }
  }
}
