import StatusClaims
import StatusText

/// The numbers of user stories.
enum StoryNumbers {
  /// The stories of a spec, by its headings: "User Story 1 - …", also translated.
  static func all(_ spec: PlanFile) -> Set<Int> {
    guard let outline = spec.outline else { return [] }
    return Set(
      outline.blocks.lazy.filter { $0.kind == .heading }.flatMap { all(in: spec.source.bytes, $0.text) })
  }

  /// The stories that a heading names.
  static func all(in bytes: [UInt8], _ heading: ByteRange) -> [Int] {
    heading.indices.compactMap { place in
      guard let word = words.first(where: { begins($0, at: place, bytes, heading.upper) }) else { return nil }
      var start = place + word.count
      while start < heading.upper, ASCII.isBlank(bytes[start]) || ASCII.isOne(bytes[start], of: "#-") {
        start += 1
      }
      return number(bytes, start, heading.upper)
    }
  }

  /// The tags `[US1]` in a line, with what is between the brackets.
  static func tags(in bytes: [UInt8], _ line: ByteRange) -> [(number: Int, range: ByteRange)] {
    var found: [(number: Int, range: ByteRange)] = []
    var place = bytes.offset(of: UInt8(ascii: "["), from: line.lower, to: line.upper)
    while place < line.upper {
      if ASCII.begins(bytes, at: place, before: line.upper, with: "[us"),
        let number = number(bytes, place + 3, line.upper)
      {
        let end = place + 3 + bytes[(place + 3)..<line.upper].prefix { ASCII.isDigit($0) }.count
        if end < line.upper, bytes[end] == UInt8(ascii: "]") {
          found.append((number, ByteRange(place + 1, end)))
        }
      }
      place = bytes.offset(of: UInt8(ascii: "["), from: place + 1, to: line.upper)
    }
    return found
  }

  private static let words = [
    "user story", "story", "用户故事", "ユーザーストーリー", "使用者故事", "사용자 스토리", "historia de usuario", "us",
  ].map { Array($0.utf8) }

  private static func begins(_ word: [UInt8], at place: Int, _ bytes: [UInt8], _ limit: Int) -> Bool {
    guard place + word.count < limit, place == 0 || !ASCII.isLetter(bytes[place - 1]) else { return false }
    return word.indices.allSatisfy { ASCII.lowercased(bytes[place + $0]) == word[$0] }
  }

  private static func number(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int? {
    guard start < limit else { return nil }
    return Int(String(decoding: bytes[start..<limit].prefix(4).prefix { ASCII.isDigit($0) }, as: UTF8.self))
  }
}
