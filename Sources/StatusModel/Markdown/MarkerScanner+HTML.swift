import StatusSyntax
import StatusText

extension MarkerScanner {
  /// The markers of Status lines that HTML blocks among `blocks` hold. To Markdown they are text, but people read them.
  func markers(inHTMLOf blocks: ArraySlice<MarkdownOutline.Block>) -> [Marker] {
    var markers: [Marker] = []
    for block in blocks where block.kind == .html && block.parent < 0 {
      HeadingLine.visit(block, of: bytes) { line, _ in
        guard let value = statusValue(onHTML: line), let marker = marker(inValue: value),
          marker.status != nil
        else { return }
        markers.append(
          Marker(place: .html, range: marker.range, form: marker.form, reading: marker.reading))
      }
    }
    return markers
  }

  /// What follows the name Status and a colon on a line, up to a tag.
  private func statusValue(onHTML line: ByteRange) -> ByteRange? {
    let start = bytes[line.indices].firstIndex { !ASCII.isBlank($0) && !ASCII.isOne($0, of: "-+") }
    let text = HeadingLine(ByteRange(start ?? line.upper, line.upper), in: bytes).text
    guard ASCII.begins(bytes, at: text.lower, before: text.upper, with: "status") else { return nil }
    let colon = HeadingLine(ByteRange(text.lower + 6, text.upper), in: bytes).text.lower
    guard colon < text.upper, bytes[colon] == UInt8(ascii: ":") else { return nil }
    let value = HeadingLine(ByteRange(colon + 1, text.upper), in: bytes).text
    let end = bytes[value.indices].firstIndex(of: UInt8(ascii: "<")) ?? value.upper
    return ByteRange(value.lower, end)
  }
}
