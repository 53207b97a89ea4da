import StatusClaims
import StatusText

/// A line below a task that refers to something: `_Requirements: 1.1, 2.3_`, `_Depends: 1.2_`.
struct TaskFields {
  /// What a line refers to.
  enum Kind {
    case requirements, dependencies
  }

  /// A number in a line, and whether it is an end of a range, which is checked like any other.
  struct Reference {
    let text: String
    let range: ByteRange
    /// The other end of the range that this is the last number of.
    var first: String?

    /// The requirements that it names, with those between the ends of a range.
    var requirements: ClosedRange<Int>? {
      guard let last = Int(text.prefix { $0 != "." }) else { return nil }
      let start = first.flatMap { Int($0.prefix { $0 != "." }) } ?? last
      return start <= last && last - start < Self.longestRange ? start...last : last...last
    }

    private static let longestRange = 200
  }

  let kind: Kind
  /// The numbers, in order; other words are left out.
  let references: [Reference]

  /// The field in a line; nil if there is none.
  init?(_ bytes: [UInt8], _ line: ByteRange) {
    var place = line.lower
    while place < line.upper, ASCII.isBlank(bytes[place]) || ASCII.isOne(bytes[place], of: "-*+") {
      place += 1
    }
    guard place < line.upper, bytes[place] == UInt8(ascii: "_") else { return nil }
    place += 1
    guard
      let (word, kind) = Self.words.first(where: { word, _ in
        place + word.count < line.upper
          && word.indices.allSatisfy { ASCII.lowercased(bytes[place + $0]) == word[$0] }
      })
    else { return nil }
    place += word.count
    while place < line.upper, UnicodeBlank.spaceLength(at: place, to: line.upper, in: bytes[...]) > 0 {
      place += UnicodeBlank.spaceLength(at: place, to: line.upper, in: bytes[...])
    }
    if place < line.upper, bytes[place] == UInt8(ascii: ":") {
      place += 1
    } else if place + 3 <= line.upper, bytes[place..<place + 3].elementsEqual([0xEF, 0xBC, 0x9A]) {
      place += 3
    } else {
      return nil
    }
    let end = bytes.offset(of: UInt8(ascii: "_"), from: place, to: line.upper)
    self.kind = kind
    references = Self.references(bytes, ByteRange(place, end))
  }

  private static let words: [(word: [UInt8], kind: Kind)] =
    ["requirements", "requirement", "需求", "要件", "exigences"].map { (Array($0.utf8), .requirements) }
    + ["depends on", "depends"].map { (Array($0.utf8), .dependencies) }

  /// The numbers in a list. What follows a parenthesis or a semicolon is prose, and so is an entry with other words.
  private static func references(_ bytes: [UInt8], _ value: ByteRange) -> [Reference] {
    func length(_ signs: [[UInt8]], at place: Int) -> Int? {
      signs.first { place + $0.count <= value.upper && bytes[place..<place + $0.count].elementsEqual($0) }?
        .count
    }
    let end = value.indices.first { length(proseMarks, at: $0) != nil } ?? value.upper
    var references: [Reference] = []
    var start = value.lower
    for place in value.lower..<end {
      guard let length = length(commas, at: place) else { continue }
      references += entry(bytes, ByteRange(start, place))
      start = place + length
    }
    return references + entry(bytes, ByteRange(start, end))
  }

  /// What stands between entries, also as Chinese and Japanese write it.
  private static let commas = [",", "，", "、"].map { Array($0.utf8) }
  /// What prose begins with.
  private static let proseMarks = ["(", ";", "（", "；"].map { Array($0.utf8) }

  /// `1.2`, `1.1-1.4`, `Requirement 3`.
  private static func entry(_ bytes: [UInt8], _ entry: ByteRange) -> [Reference] {
    var place = entry.lower
    var found: [Reference] = []
    func skipBlanks() { while place < entry.upper, ASCII.isBlank(bytes[place]) { place += 1 } }
    skipBlanks()
    for word: StaticString in ["requirement", "req"]
    where ASCII.begins(bytes, at: place, before: entry.upper, with: word) {
      place += word.utf8CodeUnitCount
      skipBlanks()
      break
    }
    while place < entry.upper {
      let start = place
      while place < entry.upper, ASCII.isDigit(bytes[place]) || bytes[place] == UInt8(ascii: ".") {
        place += 1
      }
      // A letter belongs to the number of a task, a dot at the end to nothing.
      if place < entry.upper, place > start, ASCII.isLetter(bytes[place]), place + 1 == entry.upper {
        place += 1
      }
      var last = place
      while last > start, bytes[last - 1] == UInt8(ascii: ".") { last -= 1 }
      guard last > start, place - start < 12 else { return [] }
      found.append(
        Reference(
          text: String(decoding: bytes[start..<last], as: UTF8.self), range: ByteRange(start, last),
          first: found.last?.text))
      skipBlanks()
      if place == entry.upper { return found }
      let dash =
        bytes[place] == UInt8(ascii: "-")
        ? 1 : UnicodeBlank.dashLength(at: place, to: entry.upper, in: bytes[...])
      guard dash > 0 else { return [] }
      place += dash
      skipBlanks()
    }
    return []
  }
}
