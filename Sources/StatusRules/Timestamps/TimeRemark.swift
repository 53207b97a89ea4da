import StatusModel
import StatusText

/// What stands behind a time without a zone. Zones have more names than any list, so whatever may be one counts as one.
enum TimeRemark {
  /// Whether the text from `found` to the end of its value may say in which zone the time is.
  static func mayNameZone(after found: FoundTimestamp, valueEnd: Int, _ bytes: [UInt8]) -> Bool {
    guard !found.timestamp.isDate, !hasZone(bytes[found.range.indices]) else { return false }
    var rest = bytes[found.range.upper..<max(found.range.upper, valueEnd)]
    rest = rest.drop { ASCII.isWhitespace($0) || ASCII.isOne($0, of: ")]}>\"'`*~") }
    guard let first = rest.first else { return false }
    if first == UInt8(ascii: ".") { return rest.dropFirst().first.map { !ASCII.isWhitespace($0) } ?? false }
    guard let comment = comment(rest) else { return true }
    return !isProse(comment)
  }

  /// Whether a time ends with UTC, GMT, Z or an offset.
  private static func hasZone(_ text: ArraySlice<UInt8>) -> Bool {
    text.drop { $0 != UInt8(ascii: ":") }.contains { ASCII.isOne($0, of: "+-zZuUgG") }
  }

  /// What follows a bracket, or a dash with a blank after it.
  private static func comment(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    if text.first == UInt8(ascii: "(") || text.first == UInt8(ascii: "[") { return text.dropFirst() }
    for dash in ["--", "-", "\u{2013}", "\u{2014}"] where text.starts(with: dash.utf8) {
      let rest = text.dropFirst(dash.utf8.count)
      if rest.first.map(ASCII.isBlank) ?? false { return rest }
    }
    return nil
  }

  /// Whether a comment is words of a sentence: a word in lower case, or three words, and none of what zones are called.
  private static func isProse(_ comment: ArraySlice<UInt8>) -> Bool {
    let text = comment.drop(while: ASCII.isBlank)
    let words = text.split { !ASCII.isLetter($0) && $0 < 0x80 }
    guard let first = words.first, text.first == first.first, !ZoneName.begins(text) else { return false }
    let names = ["time", "zone", "timezone", "tz", "local", "standard", "daylight", "offset", "utc", "gmt"]
    if words.contains(where: { word in
      names.contains {
        word.count == $0.utf8.count && zip(word, $0.utf8).allSatisfy { ASCII.lowercased($0) == $1 }
      }
    }) {
      return false
    }
    let isLower = first.first.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } ?? false
    let isCapitals =
      first.count > 1 && first.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    return isLower && first.count > 2 || words.count > 2 && !isCapitals
  }
}
