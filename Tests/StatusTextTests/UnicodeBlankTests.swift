import StatusText
import Testing

struct UnicodeBlankTests {
  @Test(arguments: [
    ("\u{2013}", 3), ("\u{2014}x", 3), ("-", 0), ("\u{2010}", 0), ("\u{2015}", 0), ("\u{2192}", 0),
  ])
  func dashes(text: String, length: Int) {
    let bytes = Array(text.utf8)
    #expect(UnicodeBlank.dashLength(at: 0, to: bytes.count, in: bytes[...]) == length)
    #expect(UnicodeBlank.dashLength(at: 0, to: min(2, bytes.count), in: bytes[...]) == 0)
  }
}
