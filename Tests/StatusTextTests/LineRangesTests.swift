import StatusText
import Testing

struct LineRangesTests {
  @Test(arguments: [
    ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("a\r\nb\r\n", ["a", "b"]),
    ("a\rb", ["a", "b"]), ("\n\n", ["", ""]), ("\r\n\r\n", ["", ""]), ("\n\r", ["", ""]),
  ])
  func whole(text: String, lines: [String]) {
    let source = SourceText(text)
    let range = ByteRange(0, source.bytes.count)
    #expect(source.bytes.lines(in: range).map(source.text) == lines)
  }

  @Test func part() {
    let source = SourceText("abc\ndef\r\nghi")
    #expect(source.bytes.lines(in: ByteRange(1, 6)).map(source.text) == ["bc", "de"])
    #expect(source.bytes.lines(in: ByteRange(1, 8)).map(source.text) == ["bc", "def"])
    #expect(Array(source.bytes.lines(in: ByteRange(3, 3))).isEmpty)
  }
}
