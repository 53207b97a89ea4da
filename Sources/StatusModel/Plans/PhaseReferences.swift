import StatusSyntax
import StatusText

/// The phases that a Depends on field names: `none`, `1, 3`, `Phase 2 (the audit)`, `Phases 1-4`,
/// `all previous phases`.
///
/// Words in brackets and code are comment; among other words a number counts only after the word Phase, and a
/// number after Task is a task's.
struct PhaseReferences {
  /// The numbers in the order in which they are named; a range is one.
  private(set) var numbers: [PhaseNumber] = []
  /// Whether the field says that there are none.
  private(set) var isNone = false
  /// Whether the field says that it is all earlier ones.
  private(set) var isAll = false

  /// Whether the field can be read at all.
  var isReadable: Bool { isNone || isAll || !numbers.isEmpty }

  /// More phases than this no field names; what comes after is not read.
  private static let mostNumbers = 1000

  /// Reads a field, whose value may be a list below its name.
  init(_ field: Field, in source: SourceText) {
    let all = field.listed(in: source).map { line in
      source.bytes.withUnsafeBufferPointer {
        PhaseReferences(UnsafeBufferPointer(rebasing: $0[line.indices]))
      }
    }
    numbers = all.flatMap(\.numbers)
    isNone = numbers.isEmpty && all.first?.isNone ?? false
    isAll = numbers.isEmpty && all.contains(where: \.isAll)
  }

  /// Reads a value.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let text = TaskReferenceText(bytes: bytes)
    if bytes.isEmpty { return }
    isNone = TaskReferenceReader(bytes).saysNone
    guard !isNone else { return }
    var place = 0
    var isList = true
    while place < bytes.count, numbers.count < Self.mostNumbers {
      let byte = bytes[place]
      if ASCII.isAlphanumeric(byte) {
        place = readWord(text, at: place, &isList)
      } else if let end = text.afterComment(place) {
        place = end
      } else {
        if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "#") {
          isList = false
        }
        place += 1
      }
    }
    if numbers.isEmpty, text.word(at: text.afterBlanks(0)).text == "all" { isAll = true }
  }

  /// Reads the word or number at `place` and returns the place after it.
  private mutating func readWord(_ text: TaskReferenceText, at place: Int, _ isList: inout Bool) -> Int {
    if isList, let (number, length) = number(text, at: place) {
      numbers.append(number)
      return place + length
    }
    let word = text.word(at: place)
    switch word.text {
    case "and", "or", "plus": return word.end
    case "phase", "phases":
      isList = true
      return word.end
    default:
      isList = false
      return text.afterWord(place)
    }
  }

  private func number(_ text: TaskReferenceText, at place: Int) -> (PhaseNumber, Int)? {
    guard let (number, length) = PhaseNumber.read(UnsafeBufferPointer(rebasing: text.bytes[place...])) else {
      return nil
    }
    return (number, length)
  }
}
