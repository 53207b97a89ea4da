import StatusText

extension MarkerScanner {
  /// The words `inner` of a status with what is around them in `text`. A colon right after a word belongs to the word.
  func separated(_ inner: ByteRange, in text: ByteRange) -> SeparatedWords {
    let words = withWideBrackets(inner, to: text.upper)
    let wrapping = Wrapping(of: words, in: text, bytes)
    let wrapped = wrapping.range
    var offset = wrapped.lower
    var hasGlyph = false
    while offset > text.lower, separatorLength(endingAt: offset, in: text) == 0,
      Self.isDecoration(bytes[offset - 1])
    {
      hasGlyph = hasGlyph || bytes[offset - 1] >= 0x80
      offset -= 1
    }
    let length = separatorLength(endingAt: offset, in: text)
    let isColon = length > 0 && bytes[offset - 1] == UInt8(ascii: ":")
    let isOwn = length > 0 && (!isColon || offset - 1 == text.lower || ASCII.isBlank(bytes[offset - 2]))
    let isGlyph = hasGlyph && ASCII.isBlank(bytes[offset])
    return SeparatedWords(
      range: isOwn ? ByteRange(offset - length, wrapped.upper) : wrapped,
      separator: length > 0 ? isColon ? .colon : .dash : isGlyph ? .glyph : nil,
      hasWideBrackets: words != inner, isWrapped: wrapped != words, isCode: wrapping.isCode)
  }

  /// How many bytes the dash or colon takes that ends at `offset`; 0 if none does.
  private func separatorLength(endingAt offset: Int, in text: ByteRange) -> Int {
    if offset > text.lower, bytes[offset - 1] == UInt8(ascii: ":") { return 1 }
    return [1, 3].first {
      offset - $0 >= text.lower && dashLength(at: offset - $0, to: offset) == $0
    } ?? 0
  }
}
