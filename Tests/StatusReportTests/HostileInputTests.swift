import StatusDiagnostics
import StatusTestSupport
import StatusText
import Testing

@testable import StatusReport

@Suite struct HostileInputTests {
  /// A file of random bytes, and findings all over it, some past its end.
  private func result(seed: UInt64) -> CheckResult {
    var random = SplitMix64(seed: seed)
    let bytes = (0..<400).map { _ in
      [0x00, 0x0A, 0x0D, 0x1B, 0x23, 0x3A, 0x41, 0x5B, 0x7F, 0x80, 0xA8, 0xC2, 0xE2, 0xEF, 0xF0, 0xFF]
        .randomElement(using: &random) ?? UInt8(0)
    }
    let path = String(decoding: bytes[..<12], as: UTF8.self)
    let findings = (0..<30).map { _ in
      let start = Int.random(in: 0...450, using: &random)
      let range = ByteRange(start, start + Int.random(in: 0...60, using: &random))
      var finding = SampleResult.finding(
        "some-rule", String(decoding: bytes[start % 350..<start % 350 + 40], as: UTF8.self),
        at: Location(path: path, range: range))
      finding.help = finding.message
      finding.related = [RelatedLocation(Location(path: path, range: range), finding.message)]
      return finding
    }
    return SampleResult.result(findings, files: [SampleResult.file(path, bytes)])
  }

  @Test(arguments: ReportFormat.allCases)
  func nothingDangerousReachesTheOutput(format: ReportFormat) throws {
    var options = SampleResult.options
    options.githubActions = true
    for seed in 0..<40 as Range<UInt64> {
      let text = try SampleResult.text(format, result(seed: seed), options)
      let raw = text.unicodeScalars.first { $0 != "\n" && DisplayText.needsEscape($0.value) }
      #expect(raw == nil, "seed \(seed)")
      #expect(!text.contains("##["), "seed \(seed)")
      let commands = text.split(separator: "\n").filter { $0.drop(while: \.isWhitespace).hasPrefix("::") }
      #expect(format == .github ? commands.count == 10 : commands.isEmpty, "seed \(seed)")
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: ReportFormat.allCases)
  func manyFindingsInOneLongLineTakeNoQuadraticTime(format: ReportFormat) throws {
    let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 400_000)
    let findings = (0..<5000).map { index in
      SampleResult.finding(
        "some-rule", "m", at: Location(path: "a.json", range: ByteRange(index * 79, index * 79 + 3)))
    }
    let result = SampleResult.result(findings, files: [SampleResult.file("a.json", bytes)])
    let text = try SampleResult.text(format, result)
    switch format {
    case .junit, .extendedJUnit: #expect(text.contains("a.json:1:80: "))
    case .github: #expect(text.contains(",col=712,"))
    case .gitlab, .markdown: #expect(text.contains("a.json"))
    default: #expect(text.contains("394922"))
    }
  }

  @Test func columnsInLongLinesAreThoseOfTheLineIndex() {
    var random = SplitMix64(seed: 3)
    var bytes: [UInt8] = []
    for _ in 0..<4 {
      bytes += (0..<6000).flatMap { _ in
        Array(["a", "é", "漢", "😀"].randomElement(using: &random)?.utf8 ?? "".utf8)
      }
      bytes += [0x0A]
    }
    let source = SourceText(path: "a", bytes: bytes)
    let index = LineIndex(source)
    var lines = FileLines(source)
    for offset in stride(from: 0, through: bytes.count + 10, by: 37) + [bytes.count, 512, 1024] {
      let position = lines.position(at: offset)
      #expect(position == index.position(at: offset))
    }
  }
}
