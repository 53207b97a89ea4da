import StatusModel

/// TODO.md or state.json as it would be with other bytes.
struct RevisedRootFile: Sendable {
  /// The file, parsed as far as that goes without a profile.
  let root: RootFile
  /// The file with what it says.
  let file: TrackedFile

  /// The file at `path` in `source`, a task list or a registry, with `bytes` in the place of its own.
  init?(
    _ kind: TrackedFile.Kind, _ bytes: [UInt8], at path: String, from source: any TreeSource,
    _ vocabulary: StatusVocabulary, _ settings: Snapshot.Settings
  ) {
    root = RootFile(
      path: path, isJSON: kind == .registry, from: OverlaySource(source, [path: bytes]))
    guard let file = root.file(kind, vocabulary, settings) else { return nil }
    self.file = file
  }

  /// The file as the expected edit makes it; nil if there is none, it is of another file, or it cannot be made.
  init?(expectedIn loader: TreeLoader, _ vocabulary: () -> StatusVocabulary) {
    guard let edit = loader.settings.expectedEdit else { return nil }
    let kind: TrackedFile.Kind? =
      switch edit.path {
      case loader.root.taskList: .taskList
      case loader.root.registry: .registry
      default: nil
      }
    guard let kind, case .bytes(let old) = loader.source.read(edit.path), let new = edit.result(old) else {
      return nil
    }
    self.init(kind, new, at: edit.path, from: loader.source, vocabulary(), loader.settings)
  }
}
