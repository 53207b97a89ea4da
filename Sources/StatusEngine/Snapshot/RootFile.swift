import StatusModel
import StatusSyntax
import StatusText

/// TODO.md or state.json, parsed as far as that goes without a profile.
struct RootFile: Sendable {
  /// The JSON tree, of a state.json that could be read.
  let json: JSONTree?
  /// The outline, of a TODO.md that could be read.
  let outline: MarkdownOutline?
  /// Its bytes; empty if it could not be read.
  let source: SourceText
  private let path: String
  private let outcome: ReadOutcome

  init(path: String, isJSON: Bool, from repository: any TreeSource) {
    self.path = path
    outcome = repository.read(path)
    guard case .bytes(let bytes) = outcome else {
      json = nil
      outline = nil
      source = SourceText(path: path, bytes: [])
      return
    }
    source = SourceText(path: path, bytes: bytes)
    json = isJSON ? JSONTree(source) : nil
    outline = isJSON ? nil : MarkdownOutline(source)
  }

  /// Whether a state.json can be read from its beginning to its end.
  var isReadable: Bool { json.map { SyntaxFacts(json: $0).isReadable && $0.root?.kind == .object } ?? false }

  /// The file with what it says; both belong to every tree, so one that is not there is a file that cannot be read.
  func file(_ kind: TrackedFile.Kind, _ vocabulary: StatusVocabulary, _ settings: Snapshot.Settings)
    -> TrackedFile?
  {
    switch outcome {
    case .bytes(let bytes):
      TrackedFile(
        kind: kind, directory: -1, source: SourceText(path: path, bytes: bytes), vocabulary: vocabulary,
        json: json, outline: outline, editing: settings.tasks, keepsJSON: settings.keepsBytes)
    case .absent: TrackedFile(kind: kind, directory: -1, path: path, failure: TrackedFile.absent)
    case .failed(let reason): TrackedFile(kind: kind, directory: -1, path: path, failure: reason)
    }
  }
}
