import StatusFileSystem
import StatusModel
import StatusRuntime

extension Snapshot {
  /// The tree as it would be with other `contents` of some of its files, by path: their bytes, or nil for a file that is
  /// not there. This equals reading the whole tree, but plans and project states that have not changed are neither read
  /// nor judged again. It is an error if the tree cannot be listed.
  package func updating(_ contents: [String: [UInt8]?]) throws(FileSystemError) -> Snapshot {
    let loader = TreeLoader(
      root: loader.root, source: OverlaySource(loader.source, contents), settings: loader.settings)
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

  /// The same as `updating`, if only plans and project states that the tree has are changed: then it still has the same
  /// directories, tasks and files, and only the links in changed files are looked up again. Nil otherwise.
  private func revising(_ contents: [String: [UInt8]?], _ loader: TreeLoader) -> Snapshot? {
    guard !workspace.detection.dependsOnMarkdown else { return nil }
    var changed: [(index: Int, bytes: [UInt8])] = []
    for (path, bytes) in contents {
      guard let index = workspace.fileIndex(at: path), let bytes else { return nil }
      let file = workspace.files[index]
      // An empty file is not an artifact.
      guard file.kind.isOneOfMany, file.failure == nil, (file.byteCount == 0) == bytes.isEmpty else {
        return nil
      }
      changed.append((index, bytes))
    }
    let worker = { @Sendable in FileWorker(loader, rules, directories: workspace.directories) }
    let revised = Parallel.map(count: changed.count, jobs: loader.settings.jobs, context: worker) {
      [changed] worker, number in
      worker.revised(workspace.files[changed[number].index], changed[number].bytes)
    }
    var inspected = zip(workspace.files, findings).map { InspectedFile(file: $0, findings: $1) }
    for (change, file) in zip(changed, revised) { inspected[change.index] = file }
    return loader.assemble(
      inspected, workspace.detection, rules, listing, workspace.archive,
      known: KnownLinks(workspace.links, changed: revised.map(\.file)))
  }
}
