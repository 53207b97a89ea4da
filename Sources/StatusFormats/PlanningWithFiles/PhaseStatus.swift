import StatusClaims
import StatusText

/// What a phase says of itself.
struct PhaseStatus {
  /// The words that say it, without a remark after them.
  let place: PlacedText
  /// What they mean.
  let reading: Vocabulary.Reading

  /// How far the phase is; nil if the words do not say.
  var stage: Vocabulary.Stage? { reading.stage }

  /// The status at the beginning of `value`; nil if nothing is there. Remarks may follow a status, for the tool looks for
  /// its beginning only.
  init?(_ source: SourceText, _ value: ByteRange) {
    let bytes = source.bytes
    if value.isEmpty { return nil }
    let ends = Self.wordEnds(bytes, value)
    for end in ends.prefix(3).reversed() {
      let words = bytes.trimmed(ByteRange(ends.start, end), of: ".,;:")
      let reading = Self.read(source.text(words))
      if case .unknown = reading { continue }
      let close = Self.closing(bytes, value, after: words.upper)
      place = PlacedText(source, ByteRange(value.lower, close))
      // The tool does not find a status after a symbol.
      if ends.start > value.lower, let word = reading.word, reading.isUnderstood {
        self.reading = .spelling(word)
      } else {
        self.reading = reading
      }
      return
    }
    place = PlacedText(source, value)
    reading = .unknown
  }

  /// The tool looks for the beginning of a line, so that "completed" is as good as "complete".
  private static func read(_ text: String) -> Vocabulary.Reading {
    let statuses = PlanningWithFiles.statuses
    if text == "completed", let word = statuses.word("complete") { return .variant(word) }
    return statuses.read(text)
  }

  /// The end of a status, with the bracket that closes it.
  private static func closing(_ bytes: [UInt8], _ value: ByteRange, after end: Int) -> Int {
    let pair = (bytes[value.lower], end < value.upper ? bytes[end] : 0)
    return pair == (UInt8(ascii: "["), UInt8(ascii: "]")) || pair == (UInt8(ascii: "("), UInt8(ascii: ")"))
      ? end + 1 : end
  }

  private struct WordEnds: Sequence {
    let start: Int
    let ends: [Int]
    func makeIterator() -> Array<Int>.Iterator { ends.makeIterator() }
  }

  /// Where the first word begins, after symbols, and where the words end that belong together.
  private static func wordEnds(_ bytes: [UInt8], _ value: ByteRange) -> WordEnds {
    let isSymbol = { (byte: UInt8) in byte >= 0x80 || ASCII.isOne(byte, of: "[(*` ") }
    let start = value.indices.first { !isSymbol(bytes[$0]) } ?? value.upper
    var ends: [Int] = []
    var place = start
    while place < value.upper, ends.count < 3 {
      while place < value.upper, isWordPart(bytes[place]) { place += 1 }
      ends.append(place)
      guard place < value.upper, ASCII.isBlank(bytes[place]) else { break }
      while place < value.upper, ASCII.isBlank(bytes[place]) { place += 1 }
      guard place < value.upper, isWordPart(bytes[place]) else { break }
    }
    return WordEnds(start: start, ends: ends)
  }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || ASCII.isOne(byte, of: "_-'.,;:")
  }
}
