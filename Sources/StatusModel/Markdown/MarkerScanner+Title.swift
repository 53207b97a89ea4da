import StatusText

extension MarkerScanner {
  /// The status that a heading without a marker names at its end: in capitals, in code or in the text of a link. It is a
  /// part of the title, unless it was meant as the marker.
  package func status(endingTitle text: ByteRange) -> Status? {
    for pair in MarkerBrackets(in: text, of: bytes).pairs.suffix(2).reversed() {
      if let status = bracketed(pair, place: .heading).status { return status }
    }
    let last = bytes[text.indices].lastIndex(where: ASCII.isLetter) ?? text.lower
    guard last > text.lower, let found = lastStatus(of: ByteRange(text.lower, last + 1)),
      ASCII.isUpperCase(bytes[found.start..<found.end])
    else { return nil }
    return found.status
  }
}
