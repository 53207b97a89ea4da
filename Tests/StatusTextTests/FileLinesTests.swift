import StatusText
import Testing

/// Columns in lines that are too long to count each time.
@Suite struct FileLinesTests {
  /// Characters of a long line are counted from blocks; the result is the same.
  @Test(arguments: [0, 1, 3, 1022, 1023])
  func columnsOfALongLine(lead: Int) {
    let text = String(repeating: "x", count: lead) + "\n" + String(repeating: "aé→😀", count: 1640)
    let source = SourceText(text)
    var lines = FileLines(source)
    var column = 0
    for offset in (lead + 1)..<source.bytes.count {
      if source.bytes[offset] & 0xC0 != 0x80 { column += 1 }
      #expect(lines.position(at: offset) == TextPosition(line: 2, column: column))
    }
    #expect(lines.position(at: source.bytes.count).column == column + 1)
  }
}
