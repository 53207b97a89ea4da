import StatusDiagnostics
import StatusText

@testable import StatusReport

/// Results that try what a JUnit file can hold; each must satisfy every schema and reader.
enum JUnitSamples {
  /// Every sample, by name.
  static let names = ["worked", "empty", "clean", "many", "controls", "paths", "long", "outcomes"]

  /// The sample called `name`.
  static func result(_ name: String) -> CheckResult {
    switch name {
    case "worked": SampleResult.worked
    case "clean": SampleResult.result(files: (0..<9).map { SampleResult.file("specs/\($0).md", "") })
    case "many": many
    case "controls": controls
    case "paths": paths
    case "long": long
    case "outcomes": outcomes
    default: SampleResult.result()
    }
  }

  /// Every scalar that is dangerous somewhere, and some that are not.
  static let everyControl: String = {
    var text = "]]> <![CDATA[ & \" ' "
    let values =
      (0...0xA0).map(UInt32.init) + [0xAD, 0x61C, 0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF, 0x1FFFE, 0xE0001]
    for value in values + (0x2000...0x2070).map(UInt32.init) {
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    return text
  }()

  /// Findings about two of the rules of a file, some of them below the threshold.
  static var many: CheckResult {
    let text = String(repeating: "- **Status**: [DOEN]\n", count: 300)
    let files = (0..<20).map { SampleResult.file("specs/\($0)_slug/plans/plan.md", text) }
    let findings = files.flatMap { file in
      (0..<300).map { line in
        SampleResult.finding(
          line % 3 == 0 ? "unknown-marker" : "timestamp-order", "finding \(line)",
          at: Location(path: file.path, range: ByteRange(line * 21 + 14, line * 21 + 20)),
          severity: line % 2 == 0 ? .error : .info)
      }
    }
    return SampleResult.result(findings, files: files)
  }

  /// A file and findings that quote every control character.
  static var controls: CheckResult {
    let file = SampleResult.file("specs/\(everyControl).md", everyControl)
    let place = Location(path: file.path, range: ByteRange(3, 9))
    let failed = CheckedFile(
      path: "specs/failed.json", outcome: .failed(everyControl), source: SourceText(path: "x", bytes: []),
      rules: ["invalid-json", "next-number"])
    var fixed = SampleResult.result(
      [
        SampleResult.finding("some-rule", everyControl, at: place),
        SampleResult.finding("other-rule", everyControl, at: place, severity: .info),
        SampleResult.finding("tree-rule", everyControl, at: nil),
      ], files: [failed, file])
    fixed.fixed = [
      FixedFinding(
        SampleResult.finding("fixed-rule", everyControl, at: place), start: TextPosition(line: 1, column: 2))
    ]
    return fixed
  }

  /// Paths that are not UTF-8, that readers may collapse, and that mangle to one class name.
  static var paths: CheckResult {
    let broken = String(decoding: [0x73, 0xFF, 0xFE, 0x2F, 0x61] as [UInt8], as: UTF8.self)
    let paths = [
      "(tree)", " ", "  ", "", "a.b/c", "a_b.c", "a_b/c", "a.b.c", broken, "::x", "\u{301}", "~2", "x/ y /z ",
    ]
    return SampleResult.result(
      paths.map { SampleResult.finding("some-rule", "m", at: Location(path: $0, range: .zero)) },
      files: paths.sorted().map { SampleResult.file($0, "x") })
  }

  /// One message of 70 KB, many of 300 bytes, and 70 KB below the threshold.
  static var long: CheckResult {
    let place = Location(path: "a.md", range: .zero)
    let message = String(repeating: "漢字 <&> ", count: 6600)
    var findings = [
      SampleResult.finding("long-message", message, at: place),
      SampleResult.finding("long-output", message, at: place, severity: .info),
    ]
    findings += (0..<300).map {
      SampleResult.finding("long-body", "\($0) " + String(repeating: "é", count: 150), at: place)
    }
    return SampleResult.result(findings, files: [SampleResult.file("a.md", "x")])
  }

  /// A file that cannot be parsed, with a finding; suppressed rules, one of which still finds something.
  static var outcomes: CheckResult {
    let failed = CheckedFile(
      path: "a.json", outcome: .failed("expected a value at 1:1"), source: SourceText(path: "a.json", "?"),
      rules: ["invalid-json", "next-number", "wrong-state-type"])
    let suppressed = CheckedFile(
      path: "b.md", outcome: .parsed, source: SourceText(path: "b.md", "text"),
      rules: ["emoji-in-heading", "timestamp-order", "unknown-marker"],
      suppressed: ["emoji-in-heading", "unknown-marker"])
    return SampleResult.result(
      [
        SampleResult.finding(
          "invalid-json", "expected a value", at: Location(path: "a.json", range: ByteRange(0, 1))),
        SampleResult.finding("unknown-marker", "m", at: Location(path: "b.md", range: ByteRange(0, 4))),
        SampleResult.finding(
          "directory-name", "m", at: Location(path: "c", range: .zero), severity: .warning),
      ], files: [failed, suppressed])
  }
}
