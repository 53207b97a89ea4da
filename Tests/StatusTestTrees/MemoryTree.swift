import StatusDiagnostics
import StatusFileSystem
import StatusModel
import StatusRules
import StatusSyntax
import StatusTestSupport
import StatusText

/// A repository in memory, with a tree in specs/, that is checked as one on disk would be.
package struct MemoryTree {
  /// The bytes of every file, by its path from the repository root.
  package var files: [String: [UInt8]]
  /// The files that every tree has and this one has not. Others that are not there are not missed.
  package var absent: Set<String> = []
  /// The profile to judge by; nil to detect it.
  package var profile: Profile?
  /// The present.
  package var now: Timestamp
  /// The rules that judge it.
  package var selection = RuleSelection.standard {
    didSet { known.forget() }
  }
  /// Whether plans and project states of the archive are read too.
  package var includesArchive = false
  /// Files that were parsed and judged, so that a tree with one changed file is not parsed whole again.
  private let known = ParsedFiles()

  private let root = SpecsRoot(path: "specs")

  /// A tree of `files`, by their paths from the repository root.
  package init(files: [String: [UInt8]], profile: Profile? = nil, now: Timestamp) {
    self.files = files
    self.profile = profile
    self.now = now
  }

  /// The files below the directory `path` on disk.
  package static func files(below path: String) throws -> [String: [UInt8]] {
    let directory = try Directory(opening: path)
    var files: [String: [UInt8]] = [:]
    var open = ["."]
    while let folder = open.popLast() {
      for entry in try directory.list(folder) {
        let inside = folder == "." ? entry.name : "\(folder)/\(entry.name)"
        if entry.kind == .directory { open.append(inside) }
        if entry.kind == .regular { files[inside] = try directory.read(inside, limit: 1 << 26) }
      }
    }
    return files
  }

  /// Every finding, in the order of reports; also those of rules that compare the tree with what it was `earlier`.
  package func findings(since earlier: MemoryTree? = nil) -> [Finding] {
    let (workspace, inspector, found) = inspected()
    let engine = CheckEngine(
      workspace, earlier: earlier?.inspected().workspace, selection: selection, inspector: inspector)
    var all = (0..<engine.partCount).flatMap { engine.run(part: $0) }
    for (index, findings) in found.enumerated() { all += engine.judged(findings, ofFile: index) }
    var editable = EditableFiles(workspace)
    return CheckEngine.sorted(all.map { editable.withoutImpossibleFix($0) })
  }

  /// The tree as it is understood, with what was found in each of its files when it was parsed.
  private func inspected() -> (workspace: Workspace, inspector: FileInspector, found: [[Finding]]) {
    let directories = projectDirectories()
    let registry = files["specs/state.json"].map { JSONTree(SourceText(path: "specs/state.json", bytes: $0)) }
    let detection =
      profile.map { ProfileDetection(requested: $0) }
      ?? ProfileDetection(
        registry: registry, hasClaudeDirectory: hasDirectory(".claude"),
        hasOpencodeDirectory: hasDirectory(".opencode"))
    let inspector = FileInspector(selection: selection, profile: detection.profile)
    // Plans are judged in a workspace that knows no files, and the bytes of clean ones are not kept.
    let early = Workspace(
      root: root, detection: detection, files: [], directories: directories,
      archive: Archive(registry: nil, directories: [], exists: false), now: now)
    var tracked: [TrackedFile] = []
    var found: [[Finding]] = []
    for path in absent.union(files.keys).sorted() {
      let file = known.file(path, files[path], detection.profile.name) {
        trackedFile(path, directories, detection.profile.vocabulary).map { judged($0, inspector, early) }
      }
      guard let file else { continue }
      tracked.append(file.file)
      found.append(file.findings)
    }
    var workspace = Workspace(
      root: root, detection: detection, files: tracked, directories: directories,
      archive: Archive(
        registry: tracked.first { $0.kind == .archiveRegistry }?.registry,
        directories: directories.filter(\.isArchived), exists: hasDirectory("specs/archive"),
        hasVault: hasDirectory("specs/vault")),
      now: now)
    if RuleCatalogue.descriptors.contains(where: { $0.family == .artifacts && selection.includes($0) }) {
      workspace.links = links(of: workspace)
    }
    return (workspace, inspector, found)
  }

  /// The tree with a fix made; nil if its edits are not sorted, overlap or leave their file.
  package func applying(_ fix: Fix) -> MemoryTree? {
    var tree = self
    for file in fix.files {
      let edits = file.edits.map { (range: $0.range.indices, replacement: $0.replacement) }
      guard let bytes = files[file.path], let changed = PlainEdits.apply(edits, to: bytes) else { return nil }
      tree.files[file.path] = changed
    }
    return tree
  }

  /// What is found in a plan or project state as soon as it is parsed; plans where nothing is found lose their bytes.
  private func judged(_ file: TrackedFile, _ inspector: FileInspector, _ early: Workspace)
    -> ParsedFiles.Entry
  {
    guard CheckEngine.isInspectedEarly(file.kind) else { return (file, []) }
    let findings = inspector.inspect(file, in: early, isInForce: true)
    return (findings.isEmpty && file.kind == .plan ? file.withoutBytes() : file, findings)
  }

  private func hasDirectory(_ path: String) -> Bool { files.keys.contains { $0.hasPrefix(path + "/") } }

  /// The directories of tasks, also in archive/ and vault/.
  package func projectDirectories() -> [ProjectDirectory] {
    var paths: Set<String> = []
    for path in files.keys where path.hasPrefix("specs/") {
      let parts = path.split(separator: "/")
      if parts.count > 2 { paths.insert(parts[..<2].joined(separator: "/")) }
      if parts.count > 3, parts[1] == "archive" || parts[1] == "vault" {
        paths.insert(parts[..<3].joined(separator: "/"))
      }
    }
    return paths.sorted().compactMap { path in
      let parts = path.split(separator: "/").map(String.init)
      return ProjectDirectory(
        name: parts[parts.count - 1], path: path, isArchived: parts.count == 3, isBehindLink: false)
    }
  }

  /// The file at `path`, parsed; nil if it is not one that a check reads.
  package func trackedFile(
    _ path: String, _ directories: [ProjectDirectory], _ vocabulary: StatusVocabulary
  ) -> TrackedFile? {
    var kind: TrackedFile.Kind
    var index = -1
    var isNested = false
    switch path {
    case "specs/TODO.md": kind = .taskList
    case "specs/state.json": kind = .registry
    case "specs/archive/state.json": kind = .archiveRegistry
    case "specs/errors.json", "specs/maintenance/state.json", "specs/reviews/state.json": kind = .record
    default:
      guard let own = directories.firstIndex(where: { path.hasPrefix($0.path + "/") }),
        includesArchive || !directories[own].isArchived
      else { return nil }
      let inside = path.dropFirst(directories[own].path.count + 1)
      index = own
      if inside == "state.json" {
        kind = .projectState
      } else if inside.hasPrefix("plans/"), inside.hasSuffix(".md") {
        kind = .plan
        isNested = inside.dropFirst(6).contains("/")
      } else {
        return nil
      }
    }
    guard let bytes = files[path] else {
      return TrackedFile(kind: kind, directory: index, path: path, failure: TrackedFile.absent)
    }
    return TrackedFile(
      kind: kind, directory: index, source: SourceText(path: path, bytes: bytes),
      vocabulary: vocabulary, isNested: isNested)
  }

  private func links(of workspace: Workspace) -> [ArtifactLink] {
    workspace.writtenLinks().flatMap { group in
      group.links.map { link in
        let (text, target) = resolved(link, group.directories, from: group.start)
        return ArtifactLink(
          file: workspace.files[group.file].path, range: link.range, text: text, task: group.task,
          target: target)
      }
    }
  }

  /// The file of the name as written, else what is there without the place in the file.
  private func resolved(_ link: WrittenLink, _ directories: [String], from start: String?) -> (
    String, ArtifactLink.Target
  ) {
    if let whole = link.whole {
      let found = target(of: whole, directories, from: start)
      if case .file = found { return (whole, found) }
    }
    return (link.path, target(of: link.path, directories, from: start))
  }

  private func target(of link: String, _ directories: [String], from start: String?) -> ArtifactLink.Target {
    if link.hasPrefix("/") || link.hasPrefix("~")
      || [":/", ":\\"].contains(where: link.dropFirst().hasPrefix)
    {
      return .absolute
    }
    var target = link.isEmpty ? ArtifactLink.Target.missing : .outside
    let leaves = RelativePath.normalized(link) == nil
    root.visitCandidates(for: link, directories: directories, from: start) { candidate in
      if !leaves || root.contains(candidate) { target = .missing }
      if let bytes = files[candidate] {
        target = .file(path: candidate, size: bytes.count)
      } else if hasDirectory(candidate) {
        target = .directory(path: candidate)
      } else {
        return false
      }
      return true
    }
    return target
  }
}

/// Files by path, with the bytes they were parsed from.
private final class ParsedFiles {
  typealias Entry = (file: TrackedFile, findings: [Finding])
  private var entries: [String: (bytes: [UInt8]?, profile: String, entry: Entry?)] = [:]

  /// The file at `path`: as it is known, or as `parse` makes it. Without `bytes` it does not exist.
  func file(_ path: String, _ bytes: [UInt8]?, _ profile: String, _ parse: () -> Entry?) -> Entry? {
    if let known = entries[path], known.profile == profile, known.bytes == bytes { return known.entry }
    let entry = parse()
    entries[path] = (bytes, profile, entry)
    return entry
  }

  /// Forgets what was found, since other rules look now.
  func forget() { entries = [:] }
}
