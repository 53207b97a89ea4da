import StatusText
import Testing

struct SourceTextTests {
  @Test func keepsItsBytes() {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF, 0x00, 0xFF, 0x0D]
    let source = SourceText(path: "specs/TODO.md", bytes: bytes)
    #expect(source.bytes == bytes)
    #expect(source.path == "specs/TODO.md")
  }

  @Test func showsARange() {
    let source = SourceText("a\u{E9}b")
    #expect(source.text(ByteRange(1, 3)) == "\u{E9}")
    #expect(source.text(.zero) == "")
    #expect(source.text(ByteRange(2, 4)) == "\u{FFFD}b")
  }
}
