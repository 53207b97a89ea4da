/// How the output of a format begins: it tells a report from files that must not be replaced.
struct ReportBeginning: Sendable {
  /// The first bytes are one of these.
  var starts: [String] = []
  /// Or the first line contains one of these.
  var lineParts: [String] = []

  /// Whether a file that begins with `start` may be a report of this format.
  func matches(_ start: [UInt8]) -> Bool {
    if starts.contains(where: { start.starts(with: $0.utf8) }) { return true }
    guard !lineParts.isEmpty else { return false }
    let line = String(decoding: start.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    return lineParts.contains { line.contains(text: $0) }
  }
}
