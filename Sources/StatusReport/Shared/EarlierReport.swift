/// Tells the reports of statuslint, of all formats, from other files, by their first bytes.
package enum EarlierReport {
  /// How many bytes tell.
  package static let length = 1024

  /// Whether a file that begins with `start` is a report.
  package static func begins(with start: [UInt8]) -> Bool {
    ReportFormat.allCases.contains { $0.beginning.matches(start) }
  }
}
