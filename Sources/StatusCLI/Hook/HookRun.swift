import StatusConfiguration
import StatusDiagnostics
import StatusEngine
import StatusFileSystem
import StatusHooks
import StatusHistory
import StatusModel
import StatusRuntime
import StatusText

/// Finds the trees that an event is about, and judges what happens to them.
struct HookRun {
  private let event: HookEvent
  private let common: CommonOptions
  private let surroundings: Surroundings
  private let console: Console
  private let discovery: TreeDiscovery

  /// The judgement of `event`, whose paths begin in the working directory of the agent.
  init(_ event: HookEvent, _ common: CommonOptions, _ surroundings: Surroundings) {
    self.event = event
    self.common = common
    var surroundings = surroundings
    if let directory = event.directory, directory.hasPrefix("/"),
      let real = try? surroundings.fileSystem.realPath(directory)
    {
      surroundings.workingDirectory = real
    }
    self.surroundings = surroundings
    console = Console(surroundings: surroundings, common: common)
    discovery = TreeDiscovery(
      fileSystem: surroundings.fileSystem, workingDirectory: surroundings.workingDirectory)
  }

  /// What is said about the event.
  func verdict() throws(CommandError) -> HookVerdict {
    switch event.moment {
    case .beforeEdit(let edits): Self.verdict(try remark(on: edits, isMade: false)) { .refusal($0) }
    case .afterEdit(let edits): Self.verdict(try remark(on: edits, isMade: true)) { .context($0) }
    case .beforeShell(let line): Self.verdict(refusal(of: line)) { .refusal($0) }
    case .afterShell(let line): Self.verdict(try remark(onFilesOf: line)) { .context($0) }
    case .start: Self.verdict(try SessionSummary(common, surroundings).lines()) { .context($0) }
    case .stop(let isRepeated): Self.verdict(isRepeated ? [] : try remarkAtStop()) { .request($0) }
    case .other: .pass
    }
  }

  private static func verdict(_ lines: [Message], _ verdict: ([Message]) -> HookVerdict) -> HookVerdict {
    lines.isEmpty ? .pass : verdict(lines)
  }

  // MARK: Edits

  /// The edits of one tree, with the paths of their files from the repository root.
  private typealias TreeEdits = (location: TreeLocation, edits: [(path: String, edit: FileEdit)])

  private func remark(on edits: [FileEdit], isMade: Bool) throws(CommandError) -> [Message] {
    for tree in trees(of: edits) {
      let lines = try isMade ? remark(after: tree) : remark(before: tree)
      if !lines.isEmpty { return lines }
    }
    return try PlanHook(common, surroundings).remark(on: edits, isMade: isMade)
  }

  /// The edits of tracking files. An edit of another file must cost next to nothing, so first only the name counts.
  private func trees(of edits: [FileEdit]) -> [TreeEdits] {
    var trees: [TreeEdits] = []
    for edit in edits where TrackedFileName.mayEndLikeOne(edit.path) {
      guard let (location, path) = place(of: edit.path) else { continue }
      if let known = trees.firstIndex(where: { $0.location.directory == location.directory }) {
        trees[known].edits.append((path, edit))
      } else {
        trees.append((location, [(path, edit)]))
      }
    }
    return trees
  }

  /// The whole tree that the file at `path` is in, and its path from the repository root; nil if it is in none.
  private func place(of path: String) -> (TreeLocation, String)? {
    do throws(CommandError) {
      var (location, inside) = try discovery.location(ofFile: path)
      location.shown = []
      return (location, inside)
    } catch {
      console.note(error.message)
      return nil
    }
  }

  private func remark(before tree: TreeEdits) throws(CommandError) -> [Message] {
    let before = try read(tree.location, expecting: expectedEdit(of: tree) { $0.result(of: $1)?.bytes })
    var results: [String: FileEdit.Result] = [:]
    for (path, edit) in tree.edits {
      let known = before.workspace.file(at: path)
      // Not a file that is checked: an archived plan, or a name that only looks like one.
      if known == nil, exists(path, in: tree.location) { continue }
      let old: [UInt8]?
      switch results[path] {
      case .bytes(let bytes): old = bytes
      case .absent: old = nil
      case nil: old = known.flatMap { $0.failure == nil ? $0.source.bytes : nil }
      }
      guard let result = edit.result(of: old) else { continue }
      if let newPath = edit.newPath {
        results[path] = .absent
        if let new = movedPath(newPath, in: tree.location) { results[new] = result }
      } else {
        results[path] = result
      }
    }
    guard !results.isEmpty else { return [] }
    let after = try updated(before, results.mapValues(\.bytes))
    surroundings.leftovers.keep(after)
    return remark(EditJudgement(from: before, to: after, at: tree.location), tree.location, isMade: false)
  }

  /// The edit of a tree, if it is a single one, with what `change` makes of the bytes of its file.
  private func expectedEdit(
    of tree: TreeEdits, _ change: @escaping @Sendable (FileEdit, [UInt8]) -> [UInt8]?
  ) -> ExpectedEdit? {
    guard tree.edits.count == 1, let (path, edit) = tree.edits.first, edit.newPath == nil else { return nil }
    return ExpectedEdit(of: path) { change(edit, $0) }
  }

  /// The path from the repository root that a file is moved to; nil if it is not that of a tracking file of the tree.
  private func movedPath(_ path: String, in tree: TreeLocation) -> String? {
    guard TrackedFileName.mayEndLikeOne(path), let (location, inside) = place(of: path),
      location.directory == tree.directory
    else { return nil }
    return inside
  }

  private func updated(_ tree: Snapshot, _ contents: [String: [UInt8]?]) throws(CommandError) -> Snapshot {
    do {
      return try tree.updating(contents)
    } catch {
      throw .failure(error)
    }
  }

  private func remark(after tree: TreeEdits) throws(CommandError) -> [Message] {
    let after = try read(tree.location, expecting: expectedEdit(of: tree) { $0.origin(of: $1) })
    var origins: [String: [UInt8]?] = [:]
    var others: Set<String> = []
    for (path, edit) in tree.edits.reversed() {
      guard let file = after.workspace.file(at: path), file.failure == nil else { continue }
      if case .content = edit.change {
        others.insert(path)
      } else if let origin = edit.origin(of: (origins[path] ?? nil) ?? file.source.bytes) {
        origins[path] = origin
      }
    }
    if !origins.isEmpty {
      let judgement = EditJudgement(from: try updated(after, origins), to: after, at: tree.location)
      let lines = remark(judgement, tree.location, isMade: true)
      if !lines.isEmpty { return lines }
    }
    return others.isEmpty ? [] : contradictions(in: after, tree.location, others)
  }

  private func remark(_ judgement: EditJudgement, _ location: TreeLocation, isMade: Bool) -> [Message] {
    guard !judgement.worse.isEmpty else { return [] }
    return EditRemark(
      judgement, options: options(for: location), isMade: isMade, shown: shown(location)
    ).lines
  }

  // MARK: Shell commands

  private func refusal(of line: String) -> [Message] {
    for target in ShellTargets.of(line) {
      guard let (location, path) = trackingFile(of: target) else { continue }
      return ShellRemark.lines(
        target, shown: shown(location)(path), options: options(for: location))
    }
    return []
  }

  /// A tracking file that a command changes, and its path from the repository root.
  private func trackingFile(of target: ShellTargets.Target) -> (TreeLocation, String)? {
    let covered = CoveredFiles(discovery: discovery) { place throws(CommandError) in try read(place) }
    if target.isPattern || target.isWholeTree, let found = covered.first(of: target) {
      return found
    }
    guard TrackedFileName.mayEndLikeOne(target.path), let (location, path) = place(of: target.path),
      exists(path, in: location)
    else { return nil }
    return (location, path)
  }

  private func remark(onFilesOf line: String) throws(CommandError) -> [Message] {
    let edits = ShellTargets.of(line).map { FileEdit(path: $0.path, change: .deletion) }
    for tree in trees(of: edits) {
      let after = try read(tree.location)
      let lines = contradictions(in: after, tree.location, Set(tree.edits.map(\.path)))
      if !lines.isEmpty { return lines }
    }
    return try PlanHook(common, surroundings).contradictions(in: edits.map(\.path))
  }

  // MARK: The end

  private func remarkAtStop() throws(CommandError) -> [Message] {
    for location in usualTrees() where discovery.gitRepository(of: location.directory) != nil {
      let tree = try read(location)
      let lines = contradictions(in: tree, location, [])
      if !lines.isEmpty { return lines }
    }
    return []
  }

  /// The errors in what has changed since the last commit; without a commit, all errors. With `paths`, only those that
  /// show in a check of these files.
  private func contradictions(in tree: Snapshot, _ location: TreeLocation, _ paths: Set<String>) -> [Message]
  {
    let place = TreeLocation(repository: location.repository, root: location.root, shown: paths)
    let base = try? Revision(.head, of: location, sizeLimit: DirectorySource.usualSizeLimit, in: surroundings)
    let settings = Inspection.Settings(place, base: base?.files)
    let errors = Inspection(tree, settings).findings.filter { $0.severity == .error }
    guard let first = errors.first else { return [] }
    let command = (["statuslint check"] + options(for: location)).joined(separator: " ")
    return [
      EditRemark.finding(first, in: tree, shown: shown(location)),
      "\(Counted(errors.count, "contradiction")) in what changed since the last commit; correct what you changed, then check:",
      "\(command)",
    ]
  }

  // MARK: Trees

  private func read(_ location: TreeLocation, expecting edit: ExpectedEdit? = nil) throws(CommandError)
    -> Snapshot
  {
    Parallel.prepare(jobs: nil) { CheckEngine.prepare() }
    let request = try TreeRequest(
      paths: [location.directory], common: common, commandLine: common.commandLine, in: surroundings
    ).keepingBytes.expecting(edit)
    let selection = try request.configuration(of: location).selection()
    let tree = try request.load(location, selection: selection)
    surroundings.leftovers.keep(tree)
    return tree
  }

  /// The trees that a command of the agent finds.
  private func usualTrees() -> [TreeLocation] {
    (try? TreeRequest(paths: [], common: common, commandLine: common.commandLine, in: surroundings))?
      .locations ?? []
  }

  /// What it takes for a command of the agent to find the tree.
  private func options(for location: TreeLocation) -> [String] {
    let found = usualTrees().map(\.directory)
    return found == [location.directory] ? [] : ["--root", shown(location)(location.root.path)]
  }

  private func shown(_ location: TreeLocation) -> (String) -> String {
    ShownPath(repository: location.repository, workingDirectory: surroundings.workingDirectory).unescaped
  }

  private func exists(_ path: String, in location: TreeLocation) -> Bool {
    surroundings.fileSystem.holds(TreeRoots.join(location.repository, path))
  }
}
