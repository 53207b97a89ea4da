import StatusText

/// References to tasks by their numbers: `T012`, `T012a`, and ranges such as `T001-T004`.
enum TaskReferences {
  /// A reference, or one end of a range.
  struct Reference {
    let number: Int
    let range: ByteRange
    /// The first number of the range that this is the end of.
    let rangeStart: Int?
  }

  /// So many tasks a range may have.
  private static let longestRange = 500

  /// The references in `range`, in order; none in words and paths, and in code spans unless asked. Numbers that are 0 are
  /// placeholders.
  static func all(in bytes: [UInt8], _ range: ByteRange, evenInCode: Bool = false) -> [Reference] {
    var found: [Reference] = []
    var place = range.lower
    while place < range.upper {
      if bytes[place] == UInt8(ascii: "`"), !evenInCode {
        place = afterCode(at: place, bytes, range.upper)
      } else if let end = end(at: place, bytes, range, after: found.last?.range),
        let number = number(bytes, place, end)
      {
        let start = found.last.flatMap { isDash(bytes, from: $0.range.upper, to: place) ? $0.number : nil }
        if number > 0 {
          found.append(Reference(number: number, range: ByteRange(place, end), rangeStart: start))
        }
        place = end
      } else {
        place += 1
      }
    }
    return found
  }

  /// The numbers after "depends on" and its like in `range`.
  static func dependencies(in bytes: [UInt8], _ range: ByteRange) -> [Int] {
    var numbers: [Int] = []
    for place in range.indices
    where ASCII.isLetter(bytes[place]) && (place == range.lower || !ASCII.isAlphanumeric(bytes[place - 1])) {
      guard let word = words.first(where: { ASCII.begins(bytes, at: place, before: range.upper, with: $0) })
      else { continue }
      let start = place + word.utf8CodeUnitCount
      let list = ByteRange(start, listEnd(from: start, bytes, range.upper))
      for reference in all(in: bytes, list, evenInCode: true) {
        if let first = reference.rangeStart, first < reference.number,
          reference.number - first <= longestRange
        {
          numbers += Array((first + 1)...reference.number)
        } else {
          numbers.append(reference.number)
        }
      }
    }
    return numbers
  }

  private static let words: [StaticString] = [
    "depends on", "depends:", "dependent on", "dependencies:", "dependency:", "blocked by", "depends upon",
    "requires t",
  ]

  /// Where a list of references ends: at the first word that is none of them.
  private static func listEnd(from start: Int, _ bytes: [UInt8], _ limit: Int) -> Int {
    var place = start
    // "requires t" has the letter already.
    if place > 0, bytes[place - 1] | 0x20 == UInt8(ascii: "t") { place -= 1 }
    while place < limit {
      if bytes[place] == UInt8(ascii: "T"), place + 1 < limit, ASCII.isDigit(bytes[place + 1]) {
        while place < limit, ASCII.isAlphanumeric(bytes[place]) { place += 1 }
      } else if ASCII.isBlank(bytes[place]) || ASCII.isOne(bytes[place], of: ",;/&:-*_+`[]")
        || bytes[place] >= 0x80
      {
        place += 1
      } else if let word = linkingWords.first(where: {
        ASCII.begins(bytes, at: place, before: limit, with: $0)
      }) {
        place += word.utf8CodeUnitCount
      } else {
        break
      }
    }
    return place
  }

  private static let linkingWords: [StaticString] = ["and ", "tasks ", "task "]

  private static func afterCode(at start: Int, _ bytes: [UInt8], _ limit: Int) -> Int {
    let line = bytes.offset(of: ASCII.lineFeed, from: start, to: limit)
    var open = start
    while open < line, bytes[open] == UInt8(ascii: "`") { open += 1 }
    let close = bytes.offset(of: UInt8(ascii: "`"), from: open, to: line)
    return close < line ? close + 1 : open
  }

  /// Where a reference that begins at `place` ends.
  private static func end(at place: Int, _ bytes: [UInt8], _ range: ByteRange, after last: ByteRange?) -> Int?
  {
    guard bytes[place] == UInt8(ascii: "T") else { return nil }
    // A slash is one of a path, but for `T001/T002`.
    if place > range.lower, last?.upper != place - 1 || bytes[place - 1] != UInt8(ascii: "/"),
      ASCII.isAlphanumeric(bytes[place - 1]) || ASCII.isOne(bytes[place - 1], of: "_./")
    {
      return nil
    }
    var end = place + 1
    while end < range.upper, ASCII.isDigit(bytes[end]) { end += 1 }
    guard end - place >= 4, end - place <= 7 else { return nil }
    if end < range.upper, ASCII.isLetter(bytes[end]), bytes[end] & 0x20 != 0 { end += 1 }
    return end == range.upper || !ASCII.isAlphanumeric(bytes[end]) && bytes[end] != UInt8(ascii: "_")
      ? end : nil
  }

  private static func number(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    Int(String(decoding: bytes[(start + 1)..<end].prefix { ASCII.isDigit($0) }, as: UTF8.self))
  }

  /// Whether there is only a dash between two places.
  private static func isDash(_ bytes: [UInt8], from start: Int, to end: Int) -> Bool {
    guard start < end, end - start <= 5 else { return false }
    var place = start
    var isDash = false
    while place < end {
      if ASCII.isBlank(bytes[place]) {
        place += 1
      } else if bytes[place] == UInt8(ascii: "-") {
        (place, isDash) = (place + 1, true)
      } else if UnicodeBlank.dashLength(at: place, to: end, in: bytes[...]) == 3 {
        (place, isDash) = (place + 3, true)
      } else {
        return false
      }
    }
    return isDash
  }
}
