import StatusText

extension MarkerScanner {
  /// The marker of a Status field: on its line, or where that is empty in a bracket on the next. Nil where it has no value.
  package func marker(of field: Field) -> Marker? { marker(inValue: value(of: field)) }

  private func value(of field: Field) -> ByteRange {
    guard field.valueRange.isEmpty else { return field.valueRange }
    var start = field.region.lower
    while start < field.region.upper, ASCII.isWhitespace(bytes[start]) { start += 1 }
    guard start < field.region.upper, "[\\".utf8.contains(bytes[start]) else { return field.valueRange }
    let end = bytes[start..<field.region.upper].firstIndex { ASCII.isLineEnd($0) } ?? field.region.upper
    return ByteRange(start, end)
  }
}
