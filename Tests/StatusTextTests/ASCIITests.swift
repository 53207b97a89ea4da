import StatusText
import Testing

struct ASCIITests {
  @Test func everyByteIsOfTheRightKind() {
    for byte in UInt8.min...UInt8.max {
      let scalar = Unicode.Scalar(byte)
      let isASCII = byte < 0x80
      let character = Character(scalar)
      #expect(ASCII.isDigit(byte) == ("0"..."9").contains(scalar))
      #expect(ASCII.isLetter(byte) == (isASCII && character.isLetter))
      #expect(ASCII.isAlphanumeric(byte) == (isASCII && (character.isLetter || character.isNumber)))
      #expect(ASCII.isBlank(byte) == [" ", "\t"].contains(scalar))
      #expect(ASCII.isLineEnd(byte) == ["\n", "\r"].contains(scalar))
      #expect(ASCII.isWhitespace(byte) == [" ", "\t", "\n", "\r"].contains(scalar))
      let lower = isASCII ? character.lowercased().utf8.first : byte
      #expect(ASCII.lowercased(byte) == lower)
    }
  }

  @Test func namesMeanTheirBytes() {
    #expect([ASCII.tab, ASCII.lineFeed, ASCII.carriageReturn, ASCII.space] == Array("\t\n\r ".utf8))
  }

  @Test(arguments: [
    ("Plan", true), ("PLAN", true), ("plans", false), ("pla", false), ("", false), ("plän", false),
  ])
  func equalWords(text: String, isEqual: Bool) {
    #expect(ASCII.equals(Array(text.utf8)[...], "plan") == isEqual)
  }
}
