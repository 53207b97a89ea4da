import StatusDiagnostics
import StatusModel
import StatusText

/// A JSON file that is not JSON.
struct InvalidJSON: FileRule {
  static let descriptor = RuleDescriptor(
    name: "invalid-json", family: .syntax, severity: .error, fix: .none,
    summary: "A state file is not a complete JSON document (RFC 8259), or is not an object.",
    rationale: """
      A program that reads the file stops at the first error, so no task can be found or updated. The \
      usual cause is an interrupted update, or two programs that write at the same time.
      """,
    bad: [
      "specs/state.json": #"{"next_project_number": 8, "active_projects": [«}»"#
    ],
    good: [
      "specs/state.json": #"{"next_project_number": 8, "active_projects": []}"#
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { kind.isJSON }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    guard let error = file.syntax.jsonError else {
      checkRoot(of: file, in: context, into: &findings)
      return
    }
    guard !isNamedOtherwise(error.offset, file.syntax) else { return }
    let related = error.opened.map { [RelatedLocation(Location(path: file.path, range: $0), .openedHere)] }
    findings.report(
      .file, .notJSON(error.message), in: file.source, at: error.range, task: context.taskNumber(of: file),
      related: related ?? [], evidence: error.message)
  }

  /// A state file is an object; a record may be anything.
  private func checkRoot(of file: TrackedFile, in context: FileContext, into findings: inout FindingCollector)
  {
    guard file.isNoObject else { return }
    let bytes = file.source.bytes
    guard let start = bytes.indices.first(where: { !ASCII.isWhitespace(bytes[$0]) && bytes[$0] & 0x80 == 0 })
    else {
      return
    }
    let kind =
      switch bytes[start] {
      case UInt8(ascii: "["): "an array"
      case UInt8(ascii: "\""): "a string"
      case UInt8(ascii: "t"), UInt8(ascii: "f"): "true or false"
      case UInt8(ascii: "n"): "null"
      default: "a number"
      }
    findings.report(
      .file, .noObject(kind), in: file.source, at: ByteRange(start, start + 1),
      task: context.taskNumber(of: file), evidence: kind)
  }

  /// Whether another rule names the cause: an unresolved merge, or bytes that are not characters.
  private func isNamedOtherwise(_ offset: Int, _ syntax: SyntaxFacts) -> Bool {
    !syntax.conflictMarkers.isEmpty || syntax.invalidEncoding.map { $0.lower <= offset } ?? false
  }
}

extension String {
  fileprivate static func notJSON(_ fault: String) -> String { "not JSON: \(fault)" }
  fileprivate static func noObject(_ kind: String) -> String {
    "not a state file: found \(kind), expected an object"
  }
  fileprivate static let openedHere = "opened here"
}
