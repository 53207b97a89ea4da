import StatusSyntax
import StatusText

extension MarkerScanner {
  /// The marker of a Status field: on its line, or where that is empty in a bracket or a nested item on the next. Nil
  /// where it has no value.
  package func marker(of field: Field) -> Marker? { marker(inValue: value(of: field)) }

  private func value(of field: Field) -> ByteRange {
    guard field.valueRange.isEmpty else { return field.valueRange }
    var start = field.region.lower
    while start < field.region.upper, ASCII.isWhitespace(bytes[start]) { start += 1 }
    if let item = nestedItem(at: start, of: field) { start = item }
    guard start < field.region.upper, ASCII.isOne(bytes[start], of: "[\\") else { return field.valueRange }
    let end = bytes.lineEnd(from: start, to: field.region.upper)
    return ByteRange(start, end)
  }

  /// Where the text of the list item at `start` begins, if the item belongs to the field: it is deeper than the field's
  /// own item, or the field is not in a list.
  private func nestedItem(at start: Int, of field: Field) -> Int? {
    guard let content = ListMarker.content(at: start, before: field.region.upper, bytes) else { return nil }
    let own = bytes.lineStart(before: field.nameRange.lower)
    let line = bytes.lineStart(before: start)
    let indent = bytes.indent(at: own)
    guard start - line > indent || !ListMarker.begins(at: own + indent, bytes) else { return nil }
    return content
  }
}
