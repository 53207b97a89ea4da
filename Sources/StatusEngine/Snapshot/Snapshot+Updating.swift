import StatusFileSystem
import StatusModel
import StatusRuntime
import StatusText

extension Snapshot {
  /// The tree as it would be with other `contents` of some of its files, by path: their bytes, or nil for a file that is
  /// not there. This equals reading the whole tree, but plans and project states that have not changed are neither read
  /// nor judged again. It is an error if the tree cannot be listed.
  package func updating(_ contents: [String: [UInt8]?]) throws(FileSystemError) -> Snapshot {
    var settings = loader.settings
    settings.expectedEdit = nil
    let loader = TreeLoader(
      root: loader.root, source: OverlaySource(loader.source, contents), settings: settings)
    if let revised = revising(contents, loader) { return revised }
    return try loader.load(known: KnownFiles(self, except: TreeChanges(files: contents.keys)))
  }

  /// The tree as it is now, if nothing but `changes` has happened since it was read. `source` has its files.
  package func rereading(_ changes: TreeChanges, from source: any TreeSource) throws(FileSystemError)
    -> Snapshot
  {
    try TreeLoader(root: loader.root, source: source, settings: loader.settings)
      .load(known: KnownFiles(self, except: changes))
  }

  /// A file of the workspace that changes, and its new bytes.
  private typealias Change = (index: Int, bytes: [UInt8])

  /// The same as `updating`, if only files that the tree has are changed, and it has the same directories then: nothing is
  /// listed, and only the links in changed files are looked up again. Nil otherwise.
  private func revising(_ contents: [String: [UInt8]?], _ loader: TreeLoader) -> Snapshot? {
    guard !workspace.detection.dependsOnMarkdown, let changes = changes(contents) else { return nil }
    let (many, roots) = (changes.filter(isOneOfMany), changes.filter { !isOneOfMany($0) })
    var inspected = zip(workspace.files, findings).map { InspectedFile(file: $0, findings: $1) }
    guard let detection = revise(roots, in: &inspected, loader) else { return nil }
    let worker = { @Sendable in FileWorker(loader, rules, directories: workspace.directories) }
    let revised = Parallel.map(count: many.count, jobs: loader.settings.jobs, context: worker) {
      worker, number in
      worker.revised(workspace.files[many[number].index], many[number].bytes)
    }
    for (change, file) in zip(many, revised) { inspected[change.index] = file }
    return loader.assemble(
      inspected, detection, rules, listing, workspace.archive,
      known: KnownLinks(
        workspace, only: loader.settings.tasks, changed: changes.map { inspected[$0.index].file }))
  }

  private func isOneOfMany(_ change: Change) -> Bool { workspace.files[change.index].kind.isOneOfMany }

  /// The changes of files that the tree has; nil if others come or go.
  private func changes(_ contents: [String: [UInt8]?]) -> [Change]? {
    var changes: [Change] = []
    for (path, bytes) in contents {
      guard let index = workspace.fileIndex(at: path), let bytes else { return nil }
      let file = workspace.files[index]
      // An empty file is not an artifact.
      guard file.kind.isOneOfMany || file.kind == .taskList || file.kind == .registry, file.failure == nil,
        (file.byteCount == 0) == bytes.isEmpty
      else { return nil }
      changes.append((index, bytes))
    }
    return changes
  }

  /// Puts TODO.md and state.json as they are after `changes` among the files, and returns the profile; nil if this is
  /// another one, or if the tree has other directories by them.
  private func revise(_ changes: [Change], in files: inout [InspectedFile], _ loader: TreeLoader)
    -> ProfileDetection?
  {
    var detection = workspace.detection
    if changes.isEmpty { return detection }
    guard listing.isTold else { return nil }
    for change in changes {
      let old = workspace.files[change.index]
      guard let revised = revised(old, change.bytes) else { return nil }
      if old.kind == .registry {
        guard let new = loader.detection(by: revised.root), new.profile.name == detection.profile.name else {
          return nil
        }
        detection = new
      }
      files[change.index] = InspectedFile(revised.file)
    }
    if changes.allSatisfy({ linksSamePlans(workspace.files[$0.index], files[$0.index].file) }) {
      return detection
    }
    let others = loader.otherDirectories(
      of: files.map(\.file), rules.profile.vocabulary, [], beside: listing.directories, in: listing.root)
    return others.isEmpty ? detection : nil
  }

  /// TODO.md or state.json with other bytes.
  private func revised(_ file: TrackedFile, _ bytes: [UInt8]) -> RevisedRootFile? {
    if let expected, expected.file.kind == file.kind, expected.file.source.bytes.count == bytes.count,
      expected.file.source.bytes.has(bytes, at: 0)
    {
      return expected
    }
    return RevisedRootFile(
      file.kind, bytes, at: file.path, from: loader.source, rules.profile.vocabulary, loader.settings)
  }

  /// Whether the tasks of a TODO.md or state.json link the same as before and are as open, so that no other plan is read.
  private func linksSamePlans(_ old: TrackedFile, _ new: TrackedFile) -> Bool {
    LinkingTask.all(in: old).elementsEqual(LinkingTask.all(in: new)) {
      $0.linksSamePlans(as: $1, rules.profile.vocabulary)
    }
  }
}
