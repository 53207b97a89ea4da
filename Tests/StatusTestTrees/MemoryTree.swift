import StatusDiagnostics
import StatusEngine
import StatusFileSystem
import StatusModel
import StatusRules
import StatusTestSupport
import StatusText

/// A repository in memory, with a tree in specs/, that is checked as one on disk is.
package struct MemoryTree {
  /// The bytes of every file, by its path from the repository root.
  package var files: [String: [UInt8]]
  /// Required files that this tree lacks. Findings about other missing files are left out.
  package var absent: Set<String> = []
  /// The profile to judge by; nil to detect it.
  package var profile: Profile?
  /// The present.
  package var now: Timestamp
  /// The rules that judge it.
  package var selection = RuleSelection.standard {
    didSet { known = KnownSnapshot() }
  }
  /// Whether plans and project states of the archive are read too.
  package var includesArchive = false
  /// What was made of the files last, so that a tree with one changed file is not parsed whole again.
  private var known = KnownSnapshot()

  private static let root = SpecsRoot(path: "specs")

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
    let own = inspection(since: earlier).findings.filter(isMeant)
    let others = otherFormats().flatMap(\.findings)
    return others.isEmpty ? own : CheckEngine.sorted(own + others)
  }

  /// The roots of other formats in the repository, as their rules judge them.
  package func otherFormats() -> [PlanInspection] {
    PlanInspection.all(
      in: MemorySource(files), PlanSnapshot.Settings(now: now.secondsSince1970, jobs: 1, selection: selection)
    )
  }

  /// The tree as its rules judge it.
  package func inspection(since earlier: MemoryTree? = nil) -> Inspection {
    let settings = Inspection.Settings(
      TreeLocation(repository: "", root: Self.root), jobs: 1, earlier: earlier?.workspace())
    return Inspection(snapshot(), settings)
  }

  /// Whether a finding is about a file that is there, or is missed.
  private func isMeant(_ finding: Finding) -> Bool {
    guard let path = finding.location?.path, files[path] == nil else { return true }
    return absent.contains(path) || !["specs/TODO.md", "specs/state.json"].contains(path)
  }

  /// What the tree says, with all its bytes.
  package func workspace() -> Workspace { snapshot().workspace }

  private func snapshot() -> Snapshot { known.snapshot(of: self) { try? read() } }

  private func read() throws -> Snapshot {
    var settings = Snapshot.Settings(now: now)
    settings.profile = profile
    settings.includesArchive = includesArchive
    settings.keepsBytes = true
    settings.jobs = 1
    settings.selection = selection
    // The tree is there, even if nothing is in it.
    let source = MemorySource(files.merging(["specs/.keep": []]) { own, _ in own })
    return try .read(Self.root, from: source, settings)
  }

  /// The tree with a fix made; nil if its edits are not sorted, overlap or leave their file.
  package func applying(_ fix: Fix) -> MemoryTree? {
    var tree = self
    for file in fix.files {
      let edits = file.edits.map { (range: $0.range.indices, replacement: $0.replacement) }
      guard let changed = PlainEdits.apply(edits, to: files[file.path] ?? []) else { return nil }
      tree.files[file.path] = changed
    }
    return tree
  }
}

/// The last snapshot of a tree, and the files that it was made of.
private final class KnownSnapshot {
  private var last: (tree: MemoryTree, snapshot: Snapshot)?

  /// The snapshot of `tree`: the last one with what has changed, or as `read` makes it.
  func snapshot(of tree: MemoryTree, _ read: () -> Snapshot?) -> Snapshot {
    let snapshot = last.flatMap { updated($0.snapshot, from: $0.tree, to: tree) } ?? read()
    guard let snapshot else { preconditionFailure("a tree in memory can be read") }
    last = (tree, snapshot)
    return snapshot
  }

  /// Nil if the set of files differs: with its last file, a directory of this tree goes too.
  private func updated(_ snapshot: Snapshot, from old: MemoryTree, to new: MemoryTree) -> Snapshot? {
    guard old.files.count == new.files.count, old.files.keys.allSatisfy({ new.files[$0] != nil }),
      old.now == new.now, old.includesArchive == new.includesArchive,
      old.profile?.name == new.profile?.name
    else { return nil }
    let changed = new.files.filter { old.files[$0.key] != $0.value }
    return changed.isEmpty ? snapshot : try? snapshot.updating(changed.mapValues { $0 })
  }
}
