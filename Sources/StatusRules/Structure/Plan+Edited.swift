import StatusModel
import StatusText

extension Plan {
  /// The plan that edits, sorted and without overlap, would make of it; nil where none would be left.
  func edited(_ edits: [TextEdit], _ vocabulary: StatusVocabulary) -> Plan? {
    var bytes: [UInt8] = []
    var position = 0
    for edit in edits {
      bytes += source.bytes[position..<edit.range.lower]
      bytes += edit.replacement
      position = edit.range.upper
    }
    bytes += source.bytes[position...]
    return TrackedFile(
      kind: .plan, directory: 0, source: SourceText(path: path, bytes: bytes), vocabulary: vocabulary
    ).plan
  }
}
