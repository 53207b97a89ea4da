import StatusTestSupport
import StatusText
import Testing

struct LineIndexTests {
  @Test(
    arguments: [
      ("", [""]), ("a", ["a"]), ("a\n", ["a", ""]), ("a\nb", ["a", "b"]), ("\n\n", ["", "", ""]),
      ("a\r\nb\r\n", ["a", "b", ""]), ("a\rb\r", ["a", "b", ""]), ("a\n\rb", ["a", "", "b"]),
      ("\r\r\n\n", ["", "", "", ""]), ("é\n→", ["é", "→"]),
    ])
  func cutsLines(text: String, lines: [String]) {
    let source = SourceText(text)
    let index = LineIndex(source)
    #expect(index.count == lines.count)
    #expect((1...lines.count).map { source.text(index.range(ofLine: $0)) } == lines)
  }

  @Test func aLineThatIsNotThereIsEmpty() {
    let index = LineIndex(SourceText("ab\nc"))
    #expect(index.range(ofLine: 0) == ByteRange(4, 4))
    #expect(index.range(ofLine: 3) == ByteRange(4, 4))
  }

  @Test func aLineEndBelongsToItsLine() {
    let index = LineIndex(SourceText("ab\r\ncd"))
    #expect((0...6).map { index.line(at: $0) } == [1, 1, 1, 1, 2, 2, 2])
  }

  @Test func columnsAreCharacters() {
    // From offset 2: characters of one, two, three, four bytes and of one.
    let index = LineIndex(SourceText("x\na\u{E9}\u{2192}\u{1F600}b"))
    let columns = (2...13).map { index.position(at: $0).column }
    #expect(columns == [1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 6])
    #expect(index.position(at: 12) == TextPosition(line: 2, column: 5))
  }

  @Test func offsetsOutsideAreTheEnds() {
    let index = LineIndex(SourceText("a\nbc"))
    #expect(index.position(at: 99) == TextPosition(line: 2, column: 3))
    #expect(index.position(at: -1) == TextPosition(line: 1, column: 1))
    #expect(LineIndex(bytes: []).position(at: 0) == TextPosition(line: 1, column: 1))
  }

  @Test func bytesThatAreNotUTF8HavePositions() {
    let index = LineIndex(bytes: [0x80, 0x80, 0x0A, 0xFF, 0xC3, 0x0A, 0x00, 0x80])
    #expect(index.position(at: 1) == TextPosition(line: 1, column: 1))
    #expect(index.position(at: 4) == TextPosition(line: 2, column: 2))
    #expect(index.position(at: 8) == TextPosition(line: 3, column: 2))
  }

  @Test func agreesWithCountingByHand() {
    var random = SplitMix64(seed: 20)
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Array("ab\n\r".utf8).randomElement(using: &random) ?? 0
      }
      let index = LineIndex(bytes: bytes)
      var line = 1
      for offset in 0...bytes.count {
        if offset > 0 {
          let isInsidePair = offset < bytes.count && bytes[offset - 1] == 0x0D && bytes[offset] == 0x0A
          if ASCII.isLineEnd(bytes[offset - 1]), !isInsidePair { line += 1 }
        }
        #expect(index.line(at: offset) == line, "\(bytes) at \(offset)")
      }
      #expect(index.count == line)
    }
  }
}
