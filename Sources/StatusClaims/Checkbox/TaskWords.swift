import StatusText

/// The words of titles, compared: whether two tasks with one number are the same task.
package enum TaskWords {
  /// Whether at least 60 % of the words of the shorter title stand in the other.
  package static func areSame(_ left: ByteRange, _ right: ByteRange, _ bytes: [UInt8]) -> Bool {
    areSame(words(bytes[left.indices]), words(bytes[right.indices]))
  }

  /// The same of two texts in different files.
  package static func areSame(_ first: Set<ArraySlice<UInt8>>, _ second: Set<ArraySlice<UInt8>>) -> Bool {
    let (shorter, longer) = first.count <= second.count ? (first, second) : (second, first)
    if shorter.isEmpty { return longer.isEmpty }
    return shorter.count { longer.contains($0) } * 10 >= shorter.count * 6
  }

  /// The words in lower case. Scripts without blanks between words have one for each character.
  package static func words(_ text: ArraySlice<UInt8>) -> Set<ArraySlice<UInt8>> {
    let folded = text.prefix(400).map(ASCII.lowercased)
    var words: Set<ArraySlice<UInt8>> = []
    var place = 0
    while place < folded.count {
      let start = place
      if ASCII.isAlphanumeric(folded[place]) {
        while place < folded.count, ASCII.isAlphanumeric(folded[place]) { place += 1 }
      } else if folded[place] >= 0xE0 {
        place = min(place + 3, folded.count)
      } else {
        place += 1
        if folded[start] < 0x80 { continue }
        while place < folded.count, folded[place] & 0xC0 == 0x80 || ASCII.isAlphanumeric(folded[place]) {
          place += 1
        }
      }
      words.insert(folded[start..<place])
    }
    return words
  }
}
