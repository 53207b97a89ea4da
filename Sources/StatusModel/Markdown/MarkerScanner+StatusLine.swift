import StatusSyntax
import StatusText

extension MarkerScanner {
  /// The markers on lines that people read as a Status though Markdown has no field there, except for those that are
  /// `known`: lines of HTML blocks, and the first lines of paragraphs and of items of a list.
  func markers(
    ofStatusLinesIn blocks: Range<Int>, of outline: MarkdownOutline, besides known: [Marker]
  ) -> [Marker] {
    var markers: [Marker] = []
    func visit(_ line: ByteRange) {
      guard let value = statusValue(on: line), let marker = marker(inValue: value), marker.status != nil,
        marker.form != .words, !(known + markers).contains(where: { $0.range.contains(marker.range) })
      else { return }
      markers.append(
        Marker(place: .text, range: marker.range, form: marker.form, reading: marker.reading))
    }
    for block in blocks.lazy.map({ outline.blocks[$0] }) {
      switch block.kind {
      case .html where block.parent < 0: HeadingLine.visit(block, of: bytes) { line, _ in visit(line) }
      case .paragraph where mayBeStatus(block.range) && isOuter(block, outline):
        visit(ByteRange(block.range.lower, bytes.lineEnd(from: block.range.lower, to: block.range.upper)))
      default: break
      }
    }
    return markers
  }

  /// Whether a line may begin with the name Status, told by its first letter: hardly a paragraph does.
  private func mayBeStatus(_ line: ByteRange) -> Bool {
    var offset = line.lower
    while offset < line.upper, !ASCII.isLetter(bytes[offset]) {
      let byte = bytes[offset]
      if byte >= 0x80 || byte == UInt8(ascii: "<") { return true }
      let isCheckBox =
        byte == UInt8(ascii: "[") && offset + 2 < line.upper && bytes[offset + 2] == UInt8(ascii: "]")
      offset += isCheckBox ? 3 : 1
    }
    return offset < line.upper && ASCII.lowercased(bytes[offset]) == UInt8(ascii: "s")
  }

  /// Whether a paragraph is in nothing but a list that is in nothing.
  private func isOuter(_ block: MarkdownOutline.Block, _ outline: MarkdownOutline) -> Bool {
    guard block.parent >= 0 else { return true }
    let parent = outline.blocks[Int(block.parent)]
    return parent.kind == .listItem && parent.parent < 0
  }

  /// What follows the name Status and a colon on a line, after a list marker and a check box, up to a tag.
  private func statusValue(on line: ByteRange) -> ByteRange? {
    let start = bytes[line.indices].firstIndex { !ASCII.isBlank($0) && !ASCII.isOne($0, of: "-+") }
    var text = HeadingLine(ByteRange(start ?? line.upper, line.upper), in: bytes).text
    if text.count > 3, bytes[text.lower] == UInt8(ascii: "["), bytes[text.lower + 2] == UInt8(ascii: "]") {
      text = HeadingLine(ByteRange(text.lower + 3, text.upper), in: bytes).text
    }
    guard ASCII.begins(bytes, at: text.lower, before: text.upper, with: "status") else { return nil }
    let colon = HeadingLine(ByteRange(text.lower + 6, text.upper), in: bytes).text.lower
    guard colon < text.upper, bytes[colon] == UInt8(ascii: ":") else { return nil }
    let value = HeadingLine(ByteRange(colon + 1, text.upper), in: bytes).text
    let end = bytes[value.indices].firstIndex(of: UInt8(ascii: "<")) ?? value.upper
    let isEscaped = bytes[value.lower - 1] == UInt8(ascii: "\\")
    return ByteRange(isEscaped ? value.lower - 1 : value.lower, end)
  }
}
