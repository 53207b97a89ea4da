import StatusTestSupport
import StatusText
import Testing

@testable import StatusReport

@Suite struct SourceExcerptTests {
  /// The excerpt and, below it, its mark.
  private func excerpt(_ bytes: [UInt8], _ range: Range<Int>, columns: Int = 80) -> (
    text: String, mark: String
  ) {
    var excerpt = SourceExcerpt()
    excerpt.cut(
      bytes, line: ByteRange(0, bytes.count), around: ByteRange(range.lowerBound, range.upperBound),
      columns: columns)
    let mark =
      String(repeating: " ", count: excerpt.markStart) + String(repeating: "^", count: excerpt.markCount)
    return (String(decoding: excerpt.text, as: UTF8.self), mark)
  }

  private func excerpt(_ text: String, _ sought: String, columns: Int = 80) -> (text: String, mark: String) {
    let location = SampleResult.location(of: sought, in: text, path: "x")
    return excerpt(Array(text.utf8), location.range.indices, columns: columns)
  }

  @Test func wideCharactersTakeTwoColumns() {
    #expect(excerpt("漢字 [X] ✅", "[X]") == ("漢字 [X] ✅", "     ^^^"))
    #expect(excerpt("a 漢字 b", "漢字") == ("a 漢字 b", "  ^^^^"))
  }

  @Test func combiningCharactersTakeNone() {
    #expect(excerpt("e\u{301}e\u{301} [X]", "[X]") == ("e\u{301}e\u{301} [X]", "   ^^^"))
    #expect(excerpt("e\u{301}", "\u{301}").mark == " ^")
  }

  @Test func tabsAreFourColumns() {
    #expect(excerpt("\t\t[X]", "[X]") == ("        [X]", "        ^^^"))
    #expect(excerpt("a\tb", "\t") == ("a    b", " ^^^^"))
  }

  @Test func whatIsEscapedIsMarkedWhole() {
    #expect(excerpt("a\u{1B}[2Jb", "\u{1B}") == (#"a\u{1B}[2Jb"#, " ^^^^^^"))
    #expect(excerpt([0x61, 0xFF, 0x62], 2..<3) == (#"a\x{FF}b"#, "       ^"))
    #expect(excerpt("\u{202E}evil", "evil") == (#"\u{202E}evil"#, "        ^^^^"))
  }

  @Test func emptyRangesHaveAPlace() {
    #expect(excerpt(Array("abc".utf8), 1..<1) == ("abc", " ^"))
    #expect(excerpt(Array("abc".utf8), 3..<3) == ("abc", "   ^"))
    #expect(excerpt([], 0..<0) == ("", "^"))
    #expect(excerpt(Array("abc".utf8), 99..<120) == ("abc", "   ^"))
  }

  @Test func rangesWithinACharacterMarkIt() {
    #expect(excerpt(Array("a漢b".utf8), 2..<3) == ("a漢b", " ^^"))
  }

  @Test func longLinesAreCutAroundTheRange() {
    let line = String(repeating: "a", count: 100) + "[X]" + String(repeating: "b", count: 100)
    #expect(
      excerpt(line, "[X]", columns: 32) == (
        "…" + String(repeating: "a", count: 10) + "[X]"
          + String(repeating: "b", count: 17) + "…", String(repeating: " ", count: 11) + "^^^"
      ))
  }

  @Test func aRangeAtTheEndGetsTheRoomBeforeIt() {
    let line = String(repeating: "a", count: 100) + "[X]"
    let cut = excerpt(line, "[X]", columns: 32)
    #expect(
      cut == ("…" + String(repeating: "a", count: 27) + "[X]", String(repeating: " ", count: 28) + "^^^"))
  }

  @Test func aRangeAtTheBeginningKeepsIt() {
    let line = "[X]" + String(repeating: "b", count: 100)
    #expect(excerpt(line, "[X]", columns: 32) == ("[X]" + String(repeating: "b", count: 27) + "…", "^^^"))
  }

  @Test func aRangeThatIsTooLongIsMarkedAsFarAsItIsShown() {
    let line = String(repeating: "x", count: 200)
    let cut = excerpt(Array(line.utf8), 0..<200, columns: 32)
    #expect(cut == (String(repeating: "x", count: 30) + "…", String(repeating: "^", count: 30)))
  }

  @Test func anyCutFitsAndMarksWithinIt() {
    var random = SplitMix64(seed: 11)
    let alphabet =
      ["a", "漢", "\t", "\u{301}", "\u{1B}", "✅", "é", " "].map { Array($0.utf8) } + [[0xFF], [0xE2]]
    for _ in 0..<1000 {
      let bytes = (0..<Int.random(in: 0...120, using: &random))
        .flatMap { _ in alphabet.randomElement(using: &random) ?? [] }
      let start = Int.random(in: 0...bytes.count, using: &random)
      let end = Int.random(in: start...bytes.count, using: &random)
      let columns = Int.random(in: 24...60, using: &random)
      var cut = SourceExcerpt()
      cut.cut(bytes, line: ByteRange(0, bytes.count), around: ByteRange(start, end), columns: columns)
      let text = String(decoding: cut.text, as: UTF8.self)
      let width = text.unicodeScalars.reduce(0) { $0 + DisplayWidth.columns(of: $1.value) }
      #expect(width <= columns && cut.markStart + cut.markCount <= width + 1, "\(bytes) \(start)..<\(end)")
      #expect(text.unicodeScalars.allSatisfy { !DisplayText.needsEscape($0.value) })
    }
  }
}
