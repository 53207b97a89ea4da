import StatusDiagnostics
import StatusModel
import StatusText

/// A tracking file that is not UTF-8.
struct InvalidEncoding: FileRule {
  static let descriptor = RuleDescriptor(
    name: "invalid-encoding", family: .syntax, severity: .error, fix: .none,
    summary: "A tracking file contains bytes that are not valid UTF-8.",
    rationale: """
      All programs read these files as UTF-8. Invalid bytes mean that the file has another encoding or is \
      damaged. Its content cannot be trusted, so no other rule checks it.
      """,
    bad: [
      "specs/TODO.md": #"""
      ### 7. Paint the caf«\xE9»
      - **Status**: [NOT STARTED]
      """#
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Paint the café
      - **Status**: [NOT STARTED]
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { true }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    guard let range = file.syntax.invalidEncoding else { return }
    let byte = file.source.bytes[range.lower]
    findings.report(
      .file, .notUTF8(byte, at: range.lower), in: file.source, at: range,
      task: context.taskNumber(of: file),
      help: isUTF16(file.source.bytes) ? .savedAsUTF16 : .saveAsUTF8, evidence: .hexadecimal(byte))
  }

  private func isUTF16(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }
}

extension String {
  fileprivate static func notUTF8(_ byte: UInt8, at offset: Int) -> String {
    "the byte \(hexadecimal(byte)) at offset \(offset) is not valid UTF-8"
  }
  fileprivate static func hexadecimal(_ byte: UInt8) -> String {
    "0x\(byte.zeroPadded(to: 2, radix: 16, uppercase: true))"
  }
  fileprivate static let saveAsUTF8 = "find out the encoding of the file, and save it as UTF-8"
  fileprivate static let savedAsUTF16 = "the file looks like UTF-16: save it as UTF-8"
}
