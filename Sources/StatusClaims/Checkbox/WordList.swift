import StatusText

/// Words that mean something where an author puts a remark: at the start of a text, in brackets, after a dash or a
/// colon, but not in running text. "(deferred)" is a remark; "Remove the deferred queue" is a task.
package struct WordList: Sendable {
  /// The words in lower case, those with the same first byte together.
  private var words = [[[UInt8]]](repeating: [], count: 256)

  /// A list of words and phrases in lower case.
  package init(_ words: [String]) {
    for word in words { add(Array(word.utf8)) }
  }

  private mutating func add(_ word: [UInt8]) {
    if let first = word.first { words[Int(first)].append(word) }
  }

  /// The words of both lists.
  package static func + (left: WordList, right: WordList) -> WordList {
    var both = left
    for word in right.words.joined() { both.add(word) }
    return both
  }

  /// Whether one of the words is a remark in `range` of `bytes`.
  package func isRemark(in bytes: [UInt8], _ range: ByteRange) -> Bool {
    if begins(at: range.lower, bytes, range) { return true }
    var place = bytes.offset(of: Self.openings, from: range.lower, to: range.upper)
    while place < range.upper {
      if let next = Self.afterOpening(at: place, bytes, range), begins(at: next, bytes, range) { return true }
      place = bytes.offset(of: Self.openings, from: place + 1, to: range.upper)
    }
    return false
  }

  /// Whether one of the words stands at the start of `range`, or opens a pair of brackets in it.
  package func isHeadline(in bytes: [UInt8], _ range: ByteRange) -> Bool {
    if begins(at: range.lower, bytes, range, anyFollows: true) { return true }
    var place = bytes.offset(of: Self.brackets, from: range.lower, to: range.upper)
    while place < range.upper {
      if let next = Self.afterBracket(at: place, bytes, range),
        begins(at: next, bytes, range, anyFollows: true)
      {
        return true
      }
      place = bytes.offset(of: Self.brackets, from: place + 1, to: range.upper)
    }
    return false
  }

  /// Whether one of the words stands at the start of `range`, with whatever follows.
  package func isStart(of range: ByteRange, _ bytes: [UInt8]) -> Bool {
    begins(at: range.lower, bytes, range, anyFollows: true)
  }

  /// The first bytes of what can open a remark.
  private static let openings = ByteSet([0x28, 0x5B, 0x3A, 0x2D, 0xE2, 0xE3, 0xEF])
  /// The first bytes of brackets.
  private static let brackets = ByteSet([0x28, 0x5B, 0xE3, 0xEF])

  /// Where a remark could begin after the character at `place`: a bracket, a colon, or a dash between blanks.
  private static func afterOpening(at place: Int, _ bytes: [UInt8], _ range: ByteRange) -> Int? {
    if let next = afterBracket(at: place, bytes, range) { return next }
    switch bytes[place] {
    case UInt8(ascii: ":"):
      return place + 1 < range.upper && ASCII.isOne(bytes[place + 1], of: " *_\t") ? place + 1 : nil
    case UInt8(ascii: "-"):
      let isDash =
        place > range.lower && ASCII.isBlank(bytes[place - 1]) && place + 1 < range.upper
        && ASCII.isOne(bytes[place + 1], of: " -")
      return isDash ? place + 1 : nil
    case 0xE2:
      return UnicodeBlank.dashLength(at: place, to: range.upper, in: bytes[...]) == 3 ? place + 3 : nil
    // The full-width colon.
    case 0xEF where begins([0xEF, 0xBC, 0x9A], at: place, bytes, range): return place + 3
    default: return nil
    }
  }

  private static func afterBracket(at place: Int, _ bytes: [UInt8], _ range: ByteRange) -> Int? {
    switch bytes[place] {
    case UInt8(ascii: "("), UInt8(ascii: "["): place + 1
    case 0xEF where begins([0xEF, 0xBC, 0x88], at: place, bytes, range): place + 3
    case 0xE3 where begins([0xE3, 0x80, 0x90], at: place, bytes, range): place + 3
    default: nil
    }
  }

  private static func begins(_ word: [UInt8], at place: Int, _ bytes: [UInt8], _ range: ByteRange) -> Bool {
    guard place + word.count <= range.upper else { return false }
    for index in word.indices where ASCII.lowercased(bytes[place + index]) != word[index] { return false }
    return true
  }

  private func begins(at start: Int, _ bytes: [UInt8], _ range: ByteRange, anyFollows: Bool = false) -> Bool {
    let place = Self.afterDecoration(from: start, bytes, range)
    guard place < range.upper else { return false }
    return words[Int(ASCII.lowercased(bytes[place]))].contains { word in
      guard Self.begins(word, at: place, bytes, range) else { return false }
      let end = place + word.count
      if end == range.upper || word[word.count - 1] >= 0x80 { return true }
      if ASCII.isAlphanumeric(bytes[end]) { return false }
      let isCompound = bytes[end] == UInt8(ascii: "-")
      if anyFollows && !isCompound { return true }
      return Self.verbs.contains(word)
        ? Self.isAlone(to: end, openedBefore: start, bytes, range) : Self.isRemarkEnd(at: end, bytes, range)
    }
  }

  /// The first letter from `start` on: after blanks, emphasis, dashes and the symbols of emoji.
  private static func afterDecoration(from start: Int, _ bytes: [UInt8], _ range: ByteRange) -> Int {
    var place = start
    while place < range.upper {
      let byte = bytes[place]
      if ASCII.isBlank(byte) || ASCII.isOne(byte, of: "*_~`->") {
        place += 1
      } else if byte == 0xE2 && place + 2 < range.upper {
        place += 3
      } else if byte == 0xF0 && place + 3 < range.upper {
        place += 4
      } else if byte == 0xEF && Self.begins([0xEF, 0xB8, 0x8F], at: place, bytes, range) {
        place += 3
      } else {
        break
      }
    }
    return place
  }

  /// Whether a remark may end at `end`, or go on as remarks do: with punctuation, a number, or a preposition. A noun makes
  /// of "optional" a property of something, and of "skip-list" a word of its own.
  private static func isRemarkEnd(at end: Int, _ bytes: [UInt8], _ range: ByteRange) -> Bool {
    guard ASCII.isBlank(bytes[end]) || bytes[end] == UInt8(ascii: "-") else { return true }
    var place = bytes[end] == UInt8(ascii: "-") ? end + 1 : end
    while place < range.upper, ASCII.isBlank(bytes[place]) { place += 1 }
    guard place < range.upper, ASCII.isLetter(bytes[place]) else { return true }
    return prepositions.contains { word in
      guard begins(word, at: place, bytes, range) else { return false }
      let after = place + word.count
      return after == range.upper || !ASCII.isAlphanumeric(bytes[after])
    }
  }

  /// Whether the words that end at `end` are all of a remark: the text ends there, a colon or a dash follows, or they have
  /// a pair of brackets to themselves, which was opened before `start` and with which the text begins or ends.
  private static func isAlone(
    to end: Int, openedBefore start: Int, _ bytes: [UInt8], _ range: ByteRange
  ) -> Bool {
    var place = afterEmphasis(from: end, bytes, range)
    guard place < range.upper, let closing = closings.first(where: { begins($0, at: place, bytes, range) })
    else { return isEnd(place, bytes, range) }
    if afterEmphasis(from: range.lower, bytes, range) + closing.count == start { return true }
    place = afterEmphasis(from: place + closing.count, bytes, range)
    if place < range.upper, bytes[place] == UInt8(ascii: ".") { place += 1 }
    return isEnd(place, bytes, range)
  }

  /// Whether at `place` the text ends, or goes on with a colon or a dash.
  private static func isEnd(_ place: Int, _ bytes: [UInt8], _ range: ByteRange) -> Bool {
    place == range.upper || bytes[place] == UInt8(ascii: ":")
      || begins(Array("- ".utf8), at: place, bytes, range)
      || UnicodeBlank.dashLength(at: place, to: range.upper, in: bytes[...]) > 0
  }

  private static func afterEmphasis(from start: Int, _ bytes: [UInt8], _ range: ByteRange) -> Int {
    var place = start
    while place < range.upper, ASCII.isBlank(bytes[place]) || ASCII.isOne(bytes[place], of: "*_~`") {
      place += 1
    }
    return place
  }

  /// The brackets that close what `afterBracket` opens, each as long as its counterpart.
  private static let closings = [")", "]", "）", "】"].map { Array($0.utf8) }

  /// Words that also tell what a task does: "(skip)" is a remark, "Run: skip if offline" and "Add a button (skip) to the
  /// form" are tasks.
  private static let verbs: Set = [Array("skip".utf8), Array("defer".utf8)]

  private static let prepositions = [
    "to", "until", "till", "by", "for", "per", "in", "into", "since", "because", "as", "due", "from", "after",
    "pending",
    "here", "now", "with", "at", "on", "this", "unless", "if", "when", "post", "but", "and",
  ].map { Array($0.utf8) }
}
