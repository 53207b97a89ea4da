import StatusFileSystem
import StatusModel
import StatusRules
import StatusSyntax
import StatusText

/// Reads a specs tree from disk into a workspace: tracking files are read and parsed, on all processors; reports and
/// summaries are only looked for where something links to them.
struct TreeLoader {
  /// What to read, and how.
  struct Options: Sendable {
    /// Larger files are not read, unless the user says otherwise: 64 MiB.
    static let usualSizeLimit = 64 << 20

    /// The profile that was asked for; nil to detect it.
    var profile: Profile?
    /// Whether plans and project states of the archive are read too.
    var includesArchive = false
    /// Larger files are reported, not read; in bytes.
    var sizeLimit = usualSizeLimit
    /// How many threads; nil for one a processor.
    var jobs: Int?
    /// The present.
    var now: Timestamp
    /// Bytes that stand in for those of files, by their paths from the repository root; nil for a file that is not to be
    /// seen.
    var replacements: [String: [UInt8]?] = [:]
    /// Whether the bytes of all files are kept, since edits are to be made in them: they must be made in the very
    /// bytes that they were planned on.
    var keepsBytes = false
    /// The only tasks whose directories are read, and whose links are followed, for who asks for no more;
    /// nil for all.
    var tasks: Set<Int>?
  }

  let location: TreeLocation
  let options: Options
  private let repository: Directory
  private let reader: TreeFileReader

  init(_ location: TreeLocation, options: Options, fileSystem: any FileSystem) throws(FileSystemError) {
    self.location = location
    self.options = options
    repository = try Directory(opening: location.repository, in: fileSystem)
    reader = try TreeFileReader(
      repository: repository, sizeLimit: options.sizeLimit, replacements: options.replacements)
  }

  /// The tree. Files that cannot be read are in it, with the reason; only a root that cannot be listed is an error.
  func load() throws(FileSystemError) -> Workspace {
    try load { _ in nil }.workspace
  }

  /// The tree, looked at by an inspector on the way, as the profile wants one.
  func load(inspector: @escaping @Sendable (Profile) -> FileInspector?) throws(FileSystemError) -> LoadedTree
  {
    let root = location.root
    let entries = try repository.list(root.path.isEmpty ? "." : root.path)
    let jobs = jobs(forEntries: entries.count)
    let (registry, outline) = parseRootFiles(jobs: jobs)
    let detection =
      options.profile.map { ProfileDetection(requested: $0) }
      ?? ProfileDetection(
        registry: registry.json, hasClaudeDirectory: isBesideTree(".claude"),
        hasOpencodeDirectory: isBesideTree(".opencode"))
    let directories = ProjectDirectoryListing(repository: repository, root: root, boundary: reader.boundary)
    var active = directories.active(entries)
    active += directories.missing(
      of: options.replacements.filter { $0.value != nil }.keys.sorted(), among: active)
    let archived = directories.archived(entries)
    let all = (active + archived).sorted { $0.path < $1.path }

    let judged = all.indices.filter { index in
      (options.includesArchive || !all[index].isArchived)
        && options.tasks?.contains(all[index].number) ?? true
    }
    // The large files of the tree itself are parsed beside the many small ones, and first.
    let worker = { @Sendable in FileWorker(self, detection, directories: all, inspector: inspector) }
    let parsed = Parallel.map(count: judged.count + 3, jobs: jobs, serialBelow: 2, context: worker) {
      worker, index -> [InspectedFile] in
      switch index {
      case 0:
        [registry.file(.registry, detection.profile.vocabulary, keepsTree: options.tasks != nil)].compactMap {
          InspectedFile($0)
        }
      case 1:
        options.tasks != nil
          ? [] : recordFiles(entries, detection.profile.vocabulary).map { InspectedFile($0) }
      case 2: [outline.file(.taskList, detection.profile.vocabulary)].compactMap { InspectedFile($0) }
      default: worker.files(of: judged[index - 3])
      }
    }
    let inspected = parsed.flatMap { $0 }.sorted { $0.file.path < $1.file.path }
    let archive = Archive(
      registry: inspected.first { $0.file.kind == .archiveRegistry }?.file.registry, directories: archived,
      exists: entries.contains { $0.name == "archive" }, hasVault: entries.contains { $0.name == "vault" })
    return assemble(inspected, detection, directories: all, archive, inspector: inspector)
  }

  /// A tree of files, sorted by path: tasks are joined, and links looked up.
  func assemble(
    _ inspected: [InspectedFile], _ detection: ProfileDetection, directories: [ProjectDirectory],
    _ archive: Archive, inspector: @escaping @Sendable (Profile) -> FileInspector?
  ) -> LoadedTree {
    let files = inspected.map(\.file)
    var workspace = Workspace(
      root: location.root, detection: detection, files: files, directories: directories, archive: archive,
      now: options.now, only: options.tasks)
    let links = workspace.writtenLinks(only: options.tasks)
    workspace.links = LinkResolver(
      repository: repository, boundary: reader.boundary, root: location.root, files: files,
      directories: directories
    ).resolve(links, of: workspace, jobs: jobs(forEntries: directories.count))
    var findings = inspected.map(\.findings)
    for index in workspace.currentPlans where directories[files[index].directory].isArchived {
      let worker = FileWorker(self, detection, directories: directories, inspector: inspector)
      findings[index] = worker.findings(inForce: files[index]).flatMap(\.findings)
    }
    return LoadedTree(
      workspace: workspace, findings: findings, reader: reader, loader: self, inspector: inspector)
  }

  /// A reader on a descriptor of its own; the loader's where there is none to be had.
  func ownReader() -> TreeFileReader {
    guard let own = try? Directory(opening: location.repository, in: repository.fileSystem),
      let reader = try? TreeFileReader(
        repository: own, sizeLimit: options.sizeLimit, replacements: options.replacements,
        boundary: reader.boundary)
    else { return reader }
    return reader
  }

  private func isBesideTree(_ name: String) -> Bool {
    ((try? repository.status(name, followingLinks: true)) ?? nil)?.kind == .directory
  }

  /// A small tree is read by one thread when files of it may be written then: the calls of a run, which tests from outside
  /// fail one by one, are the same each time, and threads would not gain a millisecond.
  private func jobs(forEntries count: Int) -> Int? {
    options.keepsBytes && count < Self.fewEntries ? 1 : options.jobs
  }

  private static let fewEntries = 64

  /// state.json and TODO.md, read and parsed as far as no profile is needed.
  private func parseRootFiles(jobs: Int?) -> (registry: RootFile, taskList: RootFile) {
    let names = ["state.json", "TODO.md"]
    let files = Parallel.map(count: 2, jobs: jobs, serialBelow: 2) { index in
      RootFile(path: location.root.path(names[index]), isJSON: index == 0, reader: reader)
    }
    return (files[0], files[1])
  }

  /// The registry of the archive, and the files that are only checked for being JSON.
  private func recordFiles(_ entries: [DirectoryEntry], _ vocabulary: StatusVocabulary) -> [TrackedFile] {
    var files: [TrackedFile] = []
    for entry in entries {
      switch entry.name {
      case "errors.json":
        files += [reader.file(.record, at: location.root.path(entry.name), vocabulary: vocabulary)].compactMap
        { $0 }
      case "maintenance", "reviews", "archive":
        let kind: TrackedFile.Kind = entry.name == "archive" ? .archiveRegistry : .record
        let path = location.root.path("\(entry.name)/state.json")
        let isLink = entry.kind == .symbolicLink
        files += [reader.file(kind, at: path, vocabulary: vocabulary, isBehindLink: isLink)].compactMap { $0 }
      default: break
      }
    }
    return files
  }
}
