import StatusModel

/// The plans and project states of a snapshot whose tree is read again: those that have not changed are taken over, with
/// what was found in them.
struct KnownFiles {
  private let former: Snapshot
  private let changes: TreeChanges

  /// The files of `former`, apart from those in `changes`.
  init(_ former: Snapshot, except changes: TreeChanges) {
    self.former = former
    self.changes = changes
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
}
