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

  /// Reads a field, whose value may be a list below its name.
  package init(_ field: Field, in source: SourceText) {
    var seen: Set<Int> = []
    let all = field.listed(in: source).map { TaskReferences(source, in: $0) }
    for found in all where items.count < Self.mostItems {
      items += found.items.filter { seen.insert($0.number).inserted }
      unread += found.unread
    }
    isNone = items.isEmpty && all.first?.isNone ?? true
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
