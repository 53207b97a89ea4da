import StatusFileSystem
import StatusModel
import StatusRules
import StatusRuntime
import StatusSyntax
import StatusText

/// Reads a specs tree into a snapshot: tracking files are read and parsed, on all processors; reports and summaries are
/// only looked for where something links to them.
struct TreeLoader {
  let root: SpecsRoot
  let source: any TreeSource
  var settings: Snapshot.Settings

  /// The profile of a tree, and the rules as it judges them.
  private typealias Standard = (detection: ProfileDetection, rules: RulesInForce)

  /// The tree, looked at by the rules on the way. Files that cannot be read are in it, with the
  /// reason; only a root that cannot be listed is an error. What is `known` is not read again.
  func load(known: KnownFiles? = nil) throws(FileSystemError) -> Snapshot {
    let entries = try source.list(root.path.isEmpty ? "." : root.path)
    let jobs = jobs(forEntries: entries.count)
    let directories = ProjectDirectoryListing(source: source, root: root)
    let named = directories.active(entries)
    let regular = named.filter(\.isRegular)
    let archiveEntries = directories.archiveEntries(entries)
    let archived = directories.archived(archiveEntries, entries)
    let all = (regular + archived).sorted { $0.path < $1.path }

    let judged = all.indices.filter { isJudged(all[$0]) }
    // The large files of the tree are parsed first, in parallel with the many small ones. Everything waits for the
    // profile, which the registry determines, so the thread that parses the registry never waits.
    let standard = Promise<Standard>()
    let context = { @Sendable in
      PendingFileWorker { FileWorker(self, standard.wait().rules, directories: all, known: known) }
    }
    let expected = Promise<RevisedRootFile?>()
    let parsed = Parallel.map(count: judged.count + 4, jobs: jobs, serialBelow: 2, context: context) {
      pending, index -> [InspectedFile] in
      switch index {
      case 0: return [registry(telling: standard, plansOf: named, known)].compactMap { InspectedFile($0) }
      case 1: return [taskList(standard, known)].compactMap { InspectedFile($0) }
      case 2:
        expected.keep(RevisedRootFile(expectedIn: self) { standard.wait().rules.profile.vocabulary })
        return []
      case 3: return recordFiles(entries, standard.wait().rules.profile, known).map { InspectedFile($0) }
      default: return pending.worker.files(of: judged[index - 4])
      }
    }
    if let error = source.exhaustion { throw error }
    let (detection, rules) = standard.wait()
    var inspected = parsed.flatMap { $0 }
    let rootWithArchives = SpecsRoot(path: root.path, archives: otherArchives())
    let others = otherDirectories(
      of: inspected.map(\.file), detection.profile.vocabulary, named, beside: all, in: rootWithArchives)
    inspected += others.files(
      FileWorker(self, rules, directories: others.all, known: known))
    inspected.sort { $0.file.path < $1.file.path }
    let archive = Archive(
      registry: inspected.first { $0.file.kind == .archiveRegistry }?.file.registry, directories: archived,
      exists: entries.contains { $0.name == "archive" }, hasVault: entries.contains { $0.name == "vault" })
    let listing = TreeListing(
      root: rootWithArchives, directories: others.all,
      isTold: others.isEmpty && named.count == regular.count, misnumbered: directories.misnumbered(entries),
      names: listedNames(entries, archiveEntries))
    var snapshot = assemble(inspected, detection, rules, listing, archive)
    snapshot.expected = expected.wait()
    return snapshot
  }

  /// The names in the repository, in the tree and in what it archives; a directory that cannot be listed is left out.
  private func listedNames(_ entries: [DirectoryEntry], _ archives: [String: [DirectoryEntry]]) -> ListedNames
  {
    var directories = [root.path: entries]
    for (name, entries) in archives { directories[root.path(name)] = entries }
    if !root.path.isEmpty { directories[""] = try? source.list(".") }
    return ListedNames(directories)
  }

  /// Whether what is in a directory is read.
  private func isJudged(_ directory: ProjectDirectory) -> Bool {
    (settings.includesArchive || !directory.isArchived) && settings.tasks?.contains(directory.number) ?? true
  }

  /// What belongs to tasks although no directory says so by its name.
  func otherDirectories(
    of files: [TrackedFile], _ vocabulary: StatusVocabulary, _ named: [ProjectDirectory],
    beside directories: [ProjectDirectory], in root: SpecsRoot
  ) -> OtherDirectories {
    let list = files.lazy.compactMap(\.taskList).first
    let registry = files.first { $0.kind == .registry }?.registry
    var others = OtherDirectories(beside: directories)
    // Hardly a tree has one.
    let irregular = named.filter { !$0.isRegular }
    if !irregular.isEmpty {
      let claims = DirectoryClaims(list, registry, root: root)
      let taken = Set(directories.lazy.filter { !$0.isArchived }.map(\.number))
      for directory in irregular
      where claims.isOfTask(directory, numberIsTaken: taken.contains(directory.number)) {
        others.add(directory, isJudged: isJudged(directory))
      }
    }
    let linked = LinkedPlans(
      source, in: root, beside: others.all, known: Set(others.all.filter(isJudged).map(\.path)))
    for plan in linked.find(list, registry, vocabulary) {
      let name = registry?.entries.first { $0.number == plan.task }?.name
      others.add(plan, name: name ?? "", in: root)
    }
    return others
  }

  /// Joins the tasks of files that are sorted by path, and looks up the links that are not `known`.
  func assemble(
    _ inspected: [InspectedFile], _ detection: ProfileDetection, _ rules: RulesInForce,
    _ listing: TreeListing, _ archive: Archive, known: KnownLinks? = nil
  ) -> Snapshot {
    let files = inspected.map(\.file)
    var workspace = Workspace(
      root: listing.root, detection: detection, files: files, directories: listing.directories,
      archive: archive,
      now: settings.now, only: settings.tasks)
    workspace.misnumbered = listing.misnumbered
    workspace.arrivals = settings.arrivals
    if rules.needStoredFiles { workspace.storedFiles = storedFiles(of: listing.directories) }
    if settings.followsLinks {
      let known = known.flatMap { $0.hold(for: workspace) ? $0 : nil }
      workspace.links = links(of: workspace, listing, known: known)
    }
    return Snapshot(
      workspace: workspace, findings: inspected.map(\.findings), listing: listing, loader: self,
      rules: rules)
  }

  /// What the links in the files of a tree lead to, looked up but for those that are `known`.
  private func links(of workspace: Workspace, _ listing: TreeListing, known: KnownLinks?) -> [ArtifactLink] {
    let files = workspace.files
    let written = workspace.writtenLinks(only: settings.tasks).filter {
      known?.isOutdated(files[$0.file].path) ?? true
    }
    func look(_ written: [Workspace.WrittenLinks]) -> [ArtifactLink] {
      if written.isEmpty { return [] }
      return LinkResolver(repository: source, root: listing.root, files: files, listing: listing)
        .resolve(written, of: workspace, jobs: jobs(forEntries: listing.directories.count))
    }
    return known.map { $0.joined(with: $0.links(written, of: workspace, else: look)) } ?? look(written)
  }

  /// The paths of the Markdown files in plans/, reports/ and summaries/ of the active directories, sorted; an empty
  /// file is not an artifact.
  private func storedFiles(of directories: [ProjectDirectory]) -> [String] {
    directories.filter { !$0.isArchived }.flatMap { directory in
      ["plans", "reports", "summaries"].flatMap { kind in
        ((try? source.list("\(directory.path)/\(kind)")) ?? []).lazy
          .filter { $0.kind == .regular && $0.name.hasSuffix(".md") }
          .map { "\(directory.path)/\(kind)/\($0.name)" }
          .filter { (try? source.status($0, followingLinks: false)).map { $0.size > 0 } ?? false }
      }
    }.sorted()
  }

  /// The directories of archived tasks that links may point to, other than archive/ and vault/ of this tree: the parts
  /// of its vault, and the archives of the other trees in the repository.
  private func otherArchives() -> [String] {
    let own = root
    var archives = vaultArchives(of: own)
    for path in SpecsRoot.usualPaths where path != own.path && source.hasDirectory(path) {
      let other = SpecsRoot(path: path)
      archives +=
        [other.path("archive"), other.path("vault")].filter(source.hasDirectory) + vaultArchives(of: other)
    }
    return archives
  }

  /// `vault/NN-vault/archive` of a tree, for each of its vaults.
  private func vaultArchives(of root: SpecsRoot) -> [String] {
    let vault = root.path("vault")
    return ((try? source.list(vault)) ?? []).filter { $0.kind == .directory }.map(\.name).sorted().flatMap {
      ["\(vault)/\($0)/archive", "\(vault)/\($0)"]
    }
  }

  /// How many threads read a tree with so many entries; nil for one a processor.
  private func jobs(forEntries count: Int) -> Int? {
    settings.readsInOrder && count < Self.fewEntries ? 1 : settings.jobs
  }

  private static let fewEntries = 64

  /// state.json; and by it the profile, as soon as it is known.
  private func registry(
    telling standard: Promise<Standard>, plansOf directories: [ProjectDirectory], _ known: KnownFiles?
  ) -> TrackedFile? {
    let path = root.registry
    func keep(_ detection: ProfileDetection) -> Profile {
      standard.keep((detection, RulesInForce(settings.selection, profile: detection.profile)))
      return detection.profile
    }
    if let profile = settings.profile.map({ keep(changed(ProfileDetection(requested: $0))) }) {
      return known?.judged(by: profile)?.file(at: path, .registry)
        ?? RootFile(path: path, isJSON: true, from: source)
        .file(.registry, profile.vocabulary, settings)
    }
    let file = RootFile(path: path, isJSON: true, from: source)
    return file.file(.registry, keep(detection(by: file, directories)).vocabulary, settings)
  }

  /// The profile of the tree, and by what it was told.
  func detection() throws(FileSystemError) -> ProfileDetection {
    let entries = try source.list(root.path.isEmpty ? "." : root.path)
    let directories = ProjectDirectoryListing(source: source, root: root).active(entries)
    return detection(by: RootFile(path: root.registry, isJSON: true, from: source), directories)
  }

  private func detection(by registry: RootFile, _ directories: [ProjectDirectory]) -> ProfileDetection {
    detection(by: registry) ?? detection(byMarkdownBeside: registry, directories)
  }

  /// The profile that is requested, or that the registry tells; nil if other files have to decide.
  func detection(by registry: RootFile) -> ProfileDetection? {
    let detection =
      settings.profile.map { ProfileDetection(requested: $0) }
      ?? ProfileDetection(registry: registry.isReadable ? registry.json : nil)
    return detection.map(changed)
  }

  private func detection(byMarkdownBeside registry: RootFile, _ directories: [ProjectDirectory])
    -> ProfileDetection
  {
    changed(
      ProfileDetection(
        markdown: markdownFields(directories), undecided: registry.isReadable ? registry.json : nil,
        hasClaudeDirectory: source.hasDirectory(".claude"),
        hasOpencodeDirectory: source.hasDirectory(".opencode")))
  }

  /// The profile as the project changes it.
  private func changed(_ detection: ProfileDetection) -> ProfileDetection {
    settings.changes.map(detection.changed) ?? detection
  }

  /// What TODO.md and the plans look like, for a tree whose registry does not tell the profile.
  private func markdownFields(_ directories: [ProjectDirectory]) -> ProfileFields {
    var fields = ProfileFields()
    let list = RootFile(path: root.taskList, isJSON: false, from: source)
    if let outline = list.outline {
      fields.count(in: outline, of: list.source, isPlan: false)
    }
    // A command that updates tasks is refused without the registry, in any profile.
    for directory in directories where settings.tasks == nil {
      let plans = directory.plansPath
      for entry in (try? source.list(plans)) ?? [] where entry.name.hasSuffix(".md") {
        guard case .bytes(let bytes) = source.read("\(plans)/\(entry.name)") else { continue }
        let source = SourceText(path: entry.name, bytes: bytes)
        fields.count(in: MarkdownOutline(source), of: source, isPlan: true)
      }
    }
    return fields
  }

  /// TODO.md, which needs no profile at first.
  private func taskList(_ standard: Promise<Standard>, _ known: KnownFiles?) -> TrackedFile? {
    let path = root.taskList
    if let known, let file = known.judged(by: standard.wait().rules.profile)?.file(at: path, .taskList) {
      return file
    }
    let file = RootFile(path: path, isJSON: false, from: source)
    return file.file(.taskList, standard.wait().rules.profile.vocabulary, settings)
  }

  /// The registry of the archive, and the files that are only checked for being JSON.
  private func recordFiles(_ entries: [DirectoryEntry], _ profile: Profile, _ known: KnownFiles?)
    -> [TrackedFile]
  {
    let known = known?.judged(by: profile)
    func file(_ kind: TrackedFile.Kind, at path: String, isBehindLink: Bool = false) -> TrackedFile? {
      known?.file(at: path, kind)
        ?? source.file(kind, at: path, vocabulary: profile.vocabulary, isBehindLink: isBehindLink)
    }
    var files: [TrackedFile] = []
    for entry in entries {
      // A command that updates tasks needs only the archive.
      if settings.tasks != nil, entry.name != "archive" { continue }
      switch entry.name {
      case "errors.json":
        files += [file(.record, at: root.path(entry.name))].compactMap { $0 }
      case "maintenance", "reviews", "archive":
        let kind: TrackedFile.Kind = entry.name == "archive" ? .archiveRegistry : .record
        let path = root.path("\(entry.name)/\(SpecsRoot.stateName)")
        let isLink = entry.kind == .symbolicLink
        files += [file(kind, at: path, isBehindLink: isLink)].compactMap { $0 }
      default: break
      }
    }
    return files
  }
}
