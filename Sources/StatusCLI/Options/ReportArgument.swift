import StatusReport

/// `FORMAT=FILE`
package enum ReportArgument {
  /// Reads a report option.
  static func read(_ argument: String) throws(CommandError) -> ExtraReport {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw .invalidValue(
        argument, for: "--report",
        hint: "give a format, =, and a file, as in junit=statuslint.xml")
    }
    guard let format = ReportFormat(rawValue: parts[0]) else {
      throw .invalidValue(
        argument, for: "--report", because: "\"\(parts[0])\" is not a format",
        hint: "use \(formatList)")
    }
    return ExtraReport(format: format, path: parts[1])
  }

  /// The names of all formats.
  package static var formats: [String] { ReportFormat.allCases.map(\.name) }
  /// What help says of them: "a, b or c".
  package static var formatList: String { Choice.list(formats) }
}
