import StatusClaims
import StatusText

/// The name of a milestone in its normal form: `1.2` of `v1.2.0`, `m2` of `Milestone 2`, `rewards-1`, `1-design`.
struct MilestoneLabel: Hashable {
  /// The normal form.
  let text: String
  /// As it is written.
  let written: String
  /// The numbers of the version; empty for a milestone with another name.
  let version: [Int]

  static func == (left: MilestoneLabel, right: MilestoneLabel) -> Bool { left.text == right.text }
  func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// Every label in `range`.
  static func all(in source: SourceText, _ range: ByteRange) -> [MilestoneLabel] {
    var cursor = TextCursor(source.bytes, range)
    var labels: [MilestoneLabel] = []
    while !cursor.isAtEnd {
      let before = cursor.place == range.lower ? ASCII.space : source.bytes[cursor.place - 1]
      if !ASCII.isAlphanumeric(before), before != UInt8(ascii: "/"), let label = take(&cursor) {
        labels.append(label)
      } else {
        cursor.place += 1
      }
    }
    return labels
  }

  /// Takes the label at `cursor`; nil, and nothing is taken, if there is none.
  static func take(_ cursor: inout TextCursor) -> MilestoneLabel? {
    takeNumbered(&cursor) ?? takeVersion(&cursor)
  }

  /// `Milestone 2`, `M2`.
  private static func takeNumbered(_ cursor: inout TextCursor) -> MilestoneLabel? {
    var ahead = cursor
    if ahead.take("milestone ") {
      ahead.skip(" ")
    } else if ahead.byte == UInt8(ascii: "M") {
      ahead.place += 1
    } else {
      return nil
    }
    let digits = ahead.rest.indices.prefix { ASCII.isDigit(ahead.bytes[$0]) }
    guard (1...3).contains(digits.count) else { return nil }
    ahead.place = digits.upperBound
    // `M2.1` is a version of something.
    if let next = ahead.byte, ASCII.isAlphanumeric(next) { return nil }
    defer { cursor = ahead }
    let number = String(decoding: ahead.bytes[digits], as: UTF8.self)
    return MilestoneLabel(text: "m\(number)", written: text(cursor, to: ahead), version: [])
  }

  /// `v1.2`, `rewards-v1.0`, `v1.0-design`.
  private static func takeVersion(_ cursor: inout TextCursor) -> MilestoneLabel? {
    var ahead = cursor
    var prefix = ""
    while true {
      let word = ahead.rest.indices.prefix { ASCII.isAlphanumeric(ahead.bytes[$0]) }
      let isVersion =
        word.count >= 2 && ahead.bytes[word.lowerBound] | 0x20 == UInt8(ascii: "v")
        && ahead.bytes[word.dropFirst()].allSatisfy(ASCII.isDigit)
      if isVersion { break }
      guard !word.isEmpty, word.upperBound < ahead.end, ahead.bytes[word.upperBound] == UInt8(ascii: "-"),
        ahead.bytes[word].allSatisfy({ ASCII.isLetter($0) }), prefix.utf8.count < 60
      else { return nil }
      prefix += String(decoding: ahead.bytes[word], as: UTF8.self) + "-"
      ahead.place = word.upperBound + 1
    }
    ahead.place += 1
    var version: [Int] = []
    repeat {
      let digits = ahead.rest.indices.prefix { ASCII.isDigit(ahead.bytes[$0]) }
      guard (1...6).contains(digits.count),
        let number = Int(String(decoding: ahead.bytes[digits], as: UTF8.self))
      else { break }
      version.append(number)
      ahead.place = digits.upperBound
    } while ahead.byte == UInt8(ascii: ".") && ahead.place + 1 < ahead.end
      && ASCII.isDigit(ahead.bytes[ahead.place + 1]) && ahead.take(".")
    guard !version.isEmpty, let suffix = takeSuffix(&ahead) else { return nil }
    if let next = ahead.byte, ASCII.isAlphanumeric(next) { return nil }
    defer { cursor = ahead }
    while version.count > 1, version.last == 0 { version.removeLast() }
    let number = version.map { String($0) }.joined(separator: ".")
    return MilestoneLabel(
      text: prefix.lowercased() + number + suffix, written: text(cursor, to: ahead), version: version)
  }

  /// `-design`; nil if it is the name of a file.
  private static func takeSuffix(_ cursor: inout TextCursor) -> String? {
    guard cursor.byte == UInt8(ascii: "-"), cursor.place + 1 < cursor.end else { return "" }
    let word = cursor.bytes[cursor.place + 1..<cursor.end].prefix {
      ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "-")
    }
    guard let first = word.first, ASCII.isLetter(first) else { return "" }
    if first & 0x20 == 0 { return nil }
    cursor.place = word.endIndex
    return "-" + String(decoding: word, as: UTF8.self)
  }

  private static func text(_ start: TextCursor, to end: TextCursor) -> String {
    String(decoding: start.bytes[start.place..<end.place], as: UTF8.self)
  }
}
