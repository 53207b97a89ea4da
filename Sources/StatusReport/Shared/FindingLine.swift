import StatusDiagnostics
import StatusText

/// `path:line:column: severity: message [rule]`, the line that `concise`, `junit` and the corpus share.
struct FindingLine {
  private let finding: Finding
  private let path: String?
  private let position: TextPosition?

  /// The line of `finding`, with `path` and `position` if it has a file.
  init(_ finding: Finding, path: String?, position: TextPosition?) {
    self.finding = finding
    self.path = path
    self.position = position
  }

  /// Appends the line without a newline; text from files is escaped. `state` is why the finding does not count, where
  /// editors do not expect a severity: "fixed: ".
  func write(to buffer: inout ReportBuffer, state: StaticString = "") {
    writePlace(to: &buffer)
    buffer.write(state)
    buffer.write(safe: finding.severity.name)
    buffer.write(": ")
    buffer.write(shown: finding.message)
    buffer.write(" [")
    buffer.write(shown: finding.rule)
    buffer.write("]")
  }

  /// Appends `path:line:column: `, or `(tree): ` for a finding without a file.
  func writePlace(to buffer: inout ReportBuffer) {
    guard let path else { return buffer.write("(tree): ") }
    buffer.write(shown: path)
    if let position {
      buffer.write(":")
      buffer.write(position.line)
      buffer.write(":")
      buffer.write(position.column)
    }
    buffer.write(": ")
  }
}
