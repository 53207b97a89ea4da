import StatusText

/// The tasks that a Dependencies, Depends on, Blocked by or Blocking field names.
///
/// Numbers, `#12`, `Task 12`, `OC_12`, lists and ranges of them. Words in brackets, code and struck text are
/// comment; among other words a number counts only after Task or #. `Other:291` is in another repository.
package struct TaskReferences: Hashable, Sendable {
  /// The tasks in the order they are named, each once, where it is named first.
  package private(set) var items: [TaskReference] = []
  /// Whether the field says that there are none: nothing, a dash or None, whatever words come after it.
  package private(set) var isNone = false

  /// Where it has ranges that run backwards or are too long, which are not read.
  package private(set) var unread: [ByteRange] = []

  /// The numbers alone.
  package var numbers: [Int] { items.map(\.number) }

  /// Longer ranges are not ranges of tasks.
  package static let longestRange = 1000
  /// More tasks than this no field names; what comes after is not read.
  package static let mostItems = 10_000

  /// Reads the value of a field; the ranges of the references are offsets in the file.
  package init(_ source: SourceText, in range: ByteRange) {
    self = source.bytes.withUnsafeBufferPointer { bytes in
      TaskReferences(UnsafeBufferPointer(rebasing: bytes[range.indices]), offset: range.lower)
    }
  }

  /// Reads a value that begins on the line below its name: each line is one of its own, which may be the item of a list.
  package init(_ source: SourceText, onLinesOf range: ByteRange) {
    var seen: Set<Int> = []
    var saysNone: Bool?
    for line in source.bytes.lines(in: range) where items.count < Self.mostItems {
      let text = Self.withoutListMark(line, source.bytes)
      if text.isEmpty { continue }
      let found = TaskReferences(source, in: text)
      saysNone = saysNone ?? found.isNone
      items += found.items.filter { seen.insert($0.number).inserted }
      unread += found.unread
    }
    isNone = saysNone ?? true && items.isEmpty
  }

  /// What a line says after the mark of a list item and its check box: `- [ ] 12`, `1. #12`.
  private static func withoutListMark(_ line: ByteRange, _ bytes: [UInt8]) -> ByteRange {
    var text = bytes[line.indices].drop(while: ASCII.isBlank)
    let ordinal = text.prefix(while: ASCII.isDigit)
    let mark = text.dropFirst(ordinal.count)
    let isMark = mark.first.map { ASCII.isOne($0, of: ordinal.isEmpty ? "-*+" : ".)") } ?? false
    if isMark, mark.dropFirst().first.map(ASCII.isBlank) ?? true { text = mark.dropFirst().drop(while: ASCII.isBlank) }
    if text.count > 2, text.first == UInt8(ascii: "["), text[text.startIndex + 2] == UInt8(ascii: "]"),
      !ASCII.isDigit(text[text.startIndex + 1])
    {
      text = text.dropFirst(3)
    }
    return ByteRange(text.startIndex, line.upper)
  }

  /// Reads a whole text; the ranges of the references are offsets of its UTF-8.
  package init(_ text: String) {
    self = Array(text.utf8).withUnsafeBufferPointer { TaskReferences($0) }
  }

  /// Reads `bytes`; `offset` is where they begin in what the ranges of the references are offsets of.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, offset: Int = 0) {
    var reader = TaskReferenceReader(bytes)
    isNone = reader.saysNone
    guard !isNone else { return }
    var seen: Set<Int> = []
    while items.count < Self.mostItems, let (numbers, range) = reader.next() {
      let place = ByteRange(offset + range.lowerBound, offset + range.upperBound)
      if numbers.upperBound == 0, !bytes[range].allSatisfy(ASCII.isDigit) { unread.append(place) }
      for number in numbers where number > 0 && items.count < Self.mostItems && seen.insert(number).inserted {
        items.append(TaskReference(number: number, range: place))
      }
    }
  }
}
