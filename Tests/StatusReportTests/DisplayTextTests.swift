import StatusTestSupport
import StatusText
import Testing

@Suite struct DisplayTextTests {
  @Test func ordinaryTextStays() {
    let text = "plain, ünïcode, 漢字, 👩‍💻 and \\backslash"
    #expect(DisplayText.escaped(text) == text)
    #expect(DisplayText.escaped("") == "")
  }

  @Test(arguments: [
    (0x00, #"\u{0}"#), (0x09, #"\u{9}"#), (0x0A, #"\u{A}"#), (0x0D, #"\u{D}"#), (0x1B, #"\u{1B}"#),
    (0x7F, #"\u{7F}"#), (0x85, #"\u{85}"#), (0x9B, #"\u{9B}"#), (0xAD, #"\u{AD}"#), (0x61C, #"\u{61C}"#),
    (0x200B, #"\u{200B}"#), (0x200E, #"\u{200E}"#), (0x200F, #"\u{200F}"#), (0x2028, #"\u{2028}"#),
    (0x2029, #"\u{2029}"#), (0x202A, #"\u{202A}"#), (0x202E, #"\u{202E}"#), (0x2066, #"\u{2066}"#),
    (0x2069, #"\u{2069}"#), (0xFEFF, #"\u{FEFF}"#), (0xFFFE, #"\u{FFFE}"#), (0xFFFF, #"\u{FFFF}"#),
    (0xE0041, #"\u{E0041}"#),
  ])
  func dangerousScalarsAreEscaped(value: UInt32, escape: String) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(DisplayText.escaped("a\(Character(scalar))b") == "a\(escape)b")
  }

  @Test(
    arguments: [
      ([0xFF], #"\x{FF}"#), ([0xC0, 0x80], #"\x{C0}\x{80}"#), ([0xED, 0xA0, 0x80], #"\x{ED}\x{A0}\x{80}"#),
      ([0xE2, 0x82], #"\x{E2}\x{82}"#), ([0xF4, 0x90, 0x80, 0x80], #"\x{F4}\x{90}\x{80}\x{80}"#),
      ([0xE2, 0x82, 0x41], #"\x{E2}\x{82}A"#), ([0x80], #"\x{80}"#),
      ([0xE0, 0x80, 0xAF], #"\x{E0}\x{80}\x{AF}"#),
    ] as [([UInt8], String)])
  func bytesThatAreNotUTF8AreShown(bytes: [UInt8], escape: String) {
    #expect(DisplayText.escaped(bytes) == escape)
  }

  @Test func everyScalarIsReadAsTheStandardLibraryReadsIt() {
    for value in Array(0..<0x3000) + stride(from: 0x3000, through: 0x10FFFF, by: 13) + [0xFFFF, 0x10FFFF]
      as [UInt32]
    {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      let unit = bytes.withUnsafeBufferPointer { DisplayText.unit(in: $0, at: 0) }
      if unit.scalar != value || unit.length != bytes.count || !unit.isValid {
        Issue.record("U+\(String(value, radix: 16)) was read as \(unit)")
        return
      }
    }
  }

  @Test func noBytesLeaveAnythingThatMustBeEscaped() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<600 {
      let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        [0x00, 0x0A, 0x1B, 0x41, 0x80, 0xA8, 0xAE, 0xC2, 0xE2, 0xED, 0xEF, 0xF3, 0xFF].randomElement(
          using: &random)
          ?? UInt8(0)
      }
      let text = DisplayText.escaped(bytes)
      #expect(text.unicodeScalars.allSatisfy { !DisplayText.needsEscape($0.value) }, "\(bytes)")
      if String(validating: bytes, as: UTF8.self) != nil { #expect(!text.contains(#"\x"#)) }
    }
  }
}
