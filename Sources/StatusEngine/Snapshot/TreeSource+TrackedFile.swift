import StatusModel
import StatusText

extension TreeSource {
  /// The parsed file at `path`; nil if it does not exist.
  func file(
    _ kind: TrackedFile.Kind, at path: String, directory: Int = -1, vocabulary: StatusVocabulary,
    isNested: Bool = false, isBehindLink: Bool = false
  ) -> TrackedFile? {
    switch read(path, isBehindLink: isBehindLink) {
    case .bytes(let bytes):
      TrackedFile(
        kind: kind, directory: directory, source: SourceText(path: path, bytes: bytes),
        vocabulary: vocabulary, isNested: isNested)
    case .absent: nil
    case .failed(let reason): TrackedFile(kind: kind, directory: directory, path: path, failure: reason)
    }
  }
}
