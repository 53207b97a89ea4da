import StatusDiagnostics
import StatusText

/// Findings with fixes, made for tests.
enum SampleFinding {
  /// An edit of the bytes `range`.
  static func edit(_ range: Range<Int>, _ text: String = "") -> TextEdit {
    TextEdit(ByteRange(range.lowerBound, range.upperBound), with: text)
  }

  /// A finding of `rule` at the first edit, whose fix makes `edits` in the files of these names.
  static func finding(
    _ rule: String, _ edits: KeyValuePairs<String, [TextEdit]>,
    _ applicability: Fix.Applicability = .safe, evidence: String = ""
  ) -> Finding {
    let files = edits.map { Fix.FileEdits(path: $0.key, edits: $0.value) }
    let place = files.first.map { Location(path: $0.path, range: $0.edits.first?.range ?? .zero) }
    return Finding(
      rule: rule, subject: .file, message: "wrong", at: place, fix: Fix(applicability, "fix", files: files),
      evidence: evidence)
  }
}
