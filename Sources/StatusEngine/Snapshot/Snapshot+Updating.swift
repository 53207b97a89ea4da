import StatusFileSystem
import StatusModel
import StatusRuntime

extension Snapshot {
  /// The tree as it would be with `bytes` in some of its files, by path; a project state may be new. Of another new file,
  /// the tree knows nothing, so that FixEngine refuses the fix that makes it. Only these are
  /// parsed and looked at again, and only where they say which tasks there are, all links are looked up again.
  package func updating(_ bytes: [String: [UInt8]]) -> Snapshot {
    var inspected = zip(workspace.files, findings).map { InspectedFile(file: $0, findings: $1) }
    let changed = workspace.files.indices.filter { bytes[workspace.files[$0].path] != nil }
    let worker = { @Sendable in FileWorker(loader, rules, directories: workspace.directories) }
    let revised = Parallel.map(count: changed.count, jobs: loader.settings.jobs, context: worker) {
      worker, index in
      let file = workspace.files[changed[index]]
      return worker.revised(file, bytes[file.path] ?? file.source.bytes)
    }
    for (index, file) in zip(changed, revised) { inspected[index] = file }
    let created = created(bytes)
    if !created.isEmpty { inspected = (inspected + created).sorted { $0.file.path < $1.file.path } }
    return loader.assemble(
      inspected, workspace.detection, rules, listing, archive(of: inspected),
      known: KnownLinks(workspace.links, changed: (revised + created).map(\.file)))
  }

  /// The project states of `bytes` that the tree does not have yet.
  private func created(_ bytes: [String: [UInt8]]) -> [InspectedFile] {
    guard bytes.keys.contains(where: { workspace.fileIndex(at: $0) == nil }) else { return [] }
    let worker = FileWorker(loader, rules, directories: workspace.directories)
    return workspace.directories.indices.compactMap { index in
      let path = "\(workspace.directories[index].path)/state.json"
      guard let own = bytes[path], workspace.fileIndex(at: path) == nil else { return nil }
      return worker.projectState(at: path, of: index, own)
    }
  }

  /// The archive, with its current registry.
  private func archive(of files: [InspectedFile]) -> Archive {
    Archive(
      registry: files.first { $0.file.kind == .archiveRegistry }?.file.registry,
      directories: workspace.archive.directories, exists: workspace.archive.exists,
      hasVault: workspace.archive.hasVault)
  }
}
