import StatusFileSystem
import StatusTestSupport
import Testing

@Suite struct FileNameTests {
  private func decode(_ bytes: [UInt8]) -> String { bytes.withUnsafeBufferPointer(FileName.decode) }

  @Test func textIsItself() {
    for name in ["", "TODO.md", "221_größe", "日本語", "👍", "\u{10FFFF}"] {
      #expect(decode(Array(name.utf8)) == name)
      #expect(FileName.bytes(of: name) == Array(name.utf8))
    }
  }

  @Test func anyBytesComeBack() {
    var random = SplitMix64(seed: 7)
    // Bytes that are likely to form characters, parts of them and the characters that stand for bytes.
    let likely: [UInt8] = [
      0x41, 0x0A, 0x80, 0x9E, 0x9F, 0x8F, 0xBF, 0xC3, 0xE2, 0xED, 0xF0, 0xF4, 0xF5, 0xFF,
    ]
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        Bool.random(using: &random)
          ? likely.randomElement(using: &random)! : UInt8.random(in: 1...255, using: &random)
      }
      #expect(FileName.bytes(of: decode(bytes)) == bytes)
    }
  }

  @Test func differentBytesAreDifferentNames() {
    #expect(decode([0xE9]) != decode([0xEA]))
    // The character that represents the byte E9, if it is really in a name, is not that byte.
    #expect(decode(Array("\u{10F7E9}".utf8)) != decode([0xE9]))
  }

  @Test func showsWhatCannotBePrinted() {
    #expect(FileName.display("specs/TODO.md") == "specs/TODO.md")
    #expect(FileName.display("größe 👍") == "größe 👍")
    #expect(FileName.display(decode([0x61, 0xE9, 0x0A, 0x1B, 0x7F])) == "a\\xe9\\n\\x1b\\x7f")
    #expect(FileName.display("\u{85}") == "\\x85")
  }
}
