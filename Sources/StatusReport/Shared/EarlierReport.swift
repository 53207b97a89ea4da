/// Tells the reports of statuslint, of all formats, from other files, by their first bytes.
package enum EarlierReport {
  /// How many bytes tell.
  package static let length = 1024

  /// Whether a file that begins with `start` is a report.
  package static func begins(with start: [UInt8]) -> Bool {
    if wholeStarts.contains(where: { start.starts(with: $0.utf8) }) { return true }
    let line = String(decoding: start.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    return line.hasPrefix("profile ") || lineParts.contains { line.contains($0) }
  }

  /// How reports in JSON and in JUnit XML begin.
  private static let wholeStarts = [
    "{\n  \"tool\": {\n    \"name\": \"statuslint\"",
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites",
  ]
  /// What the first line of a report for people, or of a concise one, contains.
  private static let lineParts = [
    "error[", "warning[", "info[", "fixed[", "suppressed[", ": error: ", ": warning: ", ": info: ",
    ": fixed: ",
    ": suppressed: ", ": profile ",
  ]
}
