import StatusDiagnostics

/// A format of `--format` and `--report`.
///
/// The help, the completion and the documentation of formats come from `allCases`.
package struct ReportFormat: Sendable {
  /// Its name on the command line.
  package let name: String
  /// What it is, in a few words.
  package let summary: String
  /// Whom it is for, and what they do with it.
  package let use: String
  /// Whether people read it as it is, in a terminal.
  package let isForPeople: Bool
  /// Whether it shows the tasks themselves, besides the findings.
  package let showsTasks: Bool
  /// How its output begins.
  let beginning: ReportBeginning
  /// How it writes a character that GitHub Actions must not see; nil if it consists of commands and takes care itself.
  let commandEscape: WorkflowCommandGuard.Escape?
  private let report: any Report.Type

  /// A format with the output of `report`.
  init(
    _ name: String, _ report: any Report.Type, summary: String, use: String, isForPeople: Bool = false,
    showsTasks: Bool = false, beginning: ReportBeginning, commandEscape: WorkflowCommandGuard.Escape? = .shown
  ) {
    self.name = name
    self.summary = summary
    self.use = use
    self.isForPeople = isForPeople
    self.showsTasks = showsTasks
    self.beginning = beginning
    self.commandEscape = commandEscape
    self.report = report
  }

  /// The complete report of `result` in this format. It ends with a newline unless it is empty.
  package func render(_ result: CheckResult, _ options: ReportOptions) throws(ReportError) -> [UInt8] {
    let bytes = try report.render(result, options)
    return options.githubActions ? WorkflowCommandGuard.guarded(bytes, in: self) : bytes
  }
}

extension ReportFormat: RawRepresentable, Hashable, CustomStringConvertible {
  /// The format with this name.
  package init?(rawValue: String) {
    guard let format = Self.allCases.first(where: { $0.name == rawValue }) else { return nil }
    self = format
  }

  /// Its name.
  package var rawValue: String { name }
  /// Its name.
  package var description: String { name }
}
