import StatusText

/// Tells what a heading or the name of a field means by its first word.
struct FirstWords<Value: Sendable>: Sendable {
  private let byFirstLetter: [[(word: StaticString, value: Value)]]

  /// The words in lower case, each of which may also be the beginning of a longer one.
  init(_ words: [(word: StaticString, value: Value)]) {
    var table = [[(word: StaticString, value: Value)]](repeating: [], count: 256)
    for entry in words { table[Int(entry.word.utf8Start[0])].append(entry) }
    byFirstLetter = table
  }

  /// What the text `range` begins with, after a number or other signs; nil if that is none of the words.
  func value(at range: ByteRange, in bytes: [UInt8]) -> Value? {
    var start = range.lower
    while start < range.upper, !ASCII.isLetter(bytes[start]) { start += 1 }
    guard start < range.upper else { return nil }
    return byFirstLetter[Int(ASCII.lowercased(bytes[start]))].first {
      ASCII.begins(bytes, at: start, before: range.upper, with: $0.word)
    }?.value
  }
}
