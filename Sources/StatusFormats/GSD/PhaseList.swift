import StatusClaims
import StatusText

/// The phases that a text names: `Phase 2`, `Phases 1-3, 5 and 7.1`.
struct PhaseList {
  /// The phases that are named, in order; of a range, every whole number in it.
  private(set) var numbers: [GSDNumber] = []
  /// The ranges.
  private(set) var ranges: [ClosedRange<Int>] = []
  /// Whether there is nothing else in the text, remarks in parentheses left out.
  private(set) var isWhole = true

  /// Everything in `range` that follows the word "phase".
  static func mentions(in source: SourceText, _ range: ByteRange, code: String?) -> PhaseList {
    var list = PhaseList()
    var cursor = TextCursor(source.bytes, range)
    while !cursor.isAtEnd, list.numbers.count < limit {
      let isStart = cursor.place == range.lower || !ASCII.isAlphanumeric(source.bytes[cursor.place - 1])
      if isStart, cursor.take("phase") {
        _ = cursor.take("s")
        list.take(&cursor, code)
      } else {
        cursor.place += 1
      }
    }
    return list
  }

  /// The phases on which another one depends: those after the word, or all of a value that is a list of numbers.
  static func dependencies(in source: SourceText, _ value: ByteRange, code: String?) -> PhaseList {
    let isNumber = source.bytes[value.indices].first.map(ASCII.isDigit) ?? false
    let list = isNumber ? PhaseList(cell: value, in: source, code: code) : nil
    return list.flatMap { $0.isWhole ? $0 : nil } ?? mentions(in: source, value, code: code)
  }

  /// A cell or value that names phases, with or without the word.
  init(cell range: ByteRange, in source: SourceText, code: String?) {
    var cursor = TextCursor(source.bytes, range)
    while true {
      cursor.skip(" \t*_`,;&+/[]")
      if cursor.isAtEnd { break }
      if cursor.byte == UInt8(ascii: "(") {
        cursor.place = min(
          cursor.bytes.offset(of: UInt8(ascii: ")"), from: cursor.place, to: cursor.end) + 1, cursor.end)
        continue
      }
      if cursor.takeWord("and") { continue }
      // What follows is the title of the phase.
      if !numbers.isEmpty, cursor.take(":") || cursor.takeDash() { break }
      let start = cursor.place
      if cursor.take("phase") { _ = cursor.take("s") }
      let count = numbers.count
      take(&cursor, code)
      if numbers.count == count {
        isWhole = false
        cursor.place = max(cursor.place, start + 1)
      }
    }
  }

  /// A list of more phases is not a list of phases.
  private static let limit = 1000

  private init() {}

  /// Takes a list of numbers and ranges.
  private mutating func take(_ cursor: inout TextCursor, _ code: String?) {
    while numbers.count < Self.limit {
      var ahead = cursor
      ahead.skip(" \t*_`#")
      guard let number = GSDNumber.take(&ahead, code: code) else {
        // An id with letters in front makes no claim; its number is known.
        if let number = GSDNumber.takeForeign(&ahead) {
          numbers.append(number)
          cursor = ahead
        }
        return
      }
      cursor = ahead
      add(number, &cursor)
      guard Self.goesOn(&cursor) else { return }
    }
  }

  private mutating func add(_ number: GSDNumber, _ cursor: inout TextCursor) {
    var ahead = cursor
    if ahead.takeDash() || ahead.take(" through ") || ahead.take(" to ") {
      if let last = GSDNumber.take(&ahead), last.first > number.first, last.first - number.first <= 400 {
        cursor = ahead
        ranges.append(number.first...last.first)
        numbers += (number.first...last.first).map { GSDNumber($0) }
        if last.text != String(last.first) { numbers.append(last) }
        return
      }
    }
    numbers.append(number)
  }

  /// Takes what is between two numbers of a list, if another number follows.
  private static func goesOn(_ cursor: inout TextCursor) -> Bool {
    var ahead = cursor
    ahead.skip(" \t*_`")
    guard ahead.take(",") || ahead.take("and ") || ahead.take("& ") || ahead.take("+ ") || ahead.take("/")
    else {
      return false
    }
    ahead.skip(" \t*_`")
    _ = ahead.take("and ")
    if ahead.take("phase") { _ = ahead.take("s") }
    ahead.skip(" \t*_`")
    guard let byte = ahead.byte, ASCII.isDigit(byte) else { return false }
    cursor = ahead
    return true
  }
}
