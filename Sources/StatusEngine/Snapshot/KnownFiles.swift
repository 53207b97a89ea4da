import StatusModel

/// The files of a snapshot whose tree is read again: those that have not changed are taken over, with what was found in
/// them.
struct KnownFiles {
  private let former: Snapshot
  private let changes: TreeChanges
  private let areAll: Bool

  /// The plans and project states of `former`, apart from those in `changes`; with `areAll`, also the few files of the
  /// tree itself, which may be links to what is not watched.
  init(_ former: Snapshot, except changes: TreeChanges, areAll: Bool = false) {
    self.former = former
    self.changes = changes
    self.areAll = areAll
  }

  /// The same files if `profile` judges them as they were judged; nil if all have to be judged again.
  func judged(by profile: Profile) -> KnownFiles? {
    former.workspace.profile.judgesAlike(profile) ? self : nil
  }

  /// The file at `path`, in a directory that has now the number `index`; nil if it has to be read.
  func file(at path: String, _ kind: TrackedFile.Kind, of directory: ProjectDirectory, _ index: Int)
    -> InspectedFile?
  {
    guard let number = former.workspace.fileIndex(at: path), !changes.include(path) else { return nil }
    let file = former.workspace.files[number]
    guard file.kind == kind, former.workspace.directories[file.directory] == directory else { return nil }
    let moved = file.directory == index ? file : file.moved(to: index)
    return InspectedFile(file: moved, findings: former.findings[number])
  }

  /// The file at `path` of the tree itself; nil if it has to be read.
  func file(at path: String, _ kind: TrackedFile.Kind) -> TrackedFile? {
    guard areAll, let file = former.workspace.file(at: path), file.kind == kind, !changes.include(path)
    else { return nil }
    return file
  }
}
