import StatusModel
import StatusText

extension Plan {
  /// The plan that `edits` would make of it; nil if they overlap, or no plan would be left.
  func edited(_ edits: [TextEdit], _ vocabulary: StatusVocabulary) -> Plan? {
    guard let bytes = EditSet(edits)?.applied(to: source.bytes) else { return nil }
    return TrackedFile(
      kind: .plan, directory: 0, source: SourceText(path: path, bytes: bytes), vocabulary: vocabulary
    ).plan
  }
}
