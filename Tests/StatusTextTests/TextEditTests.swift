import StatusText
import Testing

struct TextEditTests {
  @Test func textIsItsUTF8() {
    #expect(
      TextEdit(ByteRange(1, 2), with: "\u{E9}") == TextEdit(ByteRange(1, 2), replacement: [0xC3, 0xA9]))
  }
}
