import StatusDiagnostics
import StatusEngine
import StatusFormats
import StatusHistory
import StatusHooks
import StatusText

/// Finds the roots of other formats that an event is about, and judges what happens to them.
struct PlanHook {
  private let common: CommonOptions
  private let surroundings: Surroundings
  private let discovery: TreeDiscovery

  /// The judgement of events in these surroundings.
  init(_ common: CommonOptions, _ surroundings: Surroundings) {
    self.common = common
    self.surroundings = surroundings
    discovery = TreeDiscovery(
      fileSystem: surroundings.fileSystem, workingDirectory: surroundings.workingDirectory)
  }

  /// The edits of one root, with the paths of their files from the repository root.
  private typealias RootEdits = (location: TreeLocation, edits: [(path: String, edit: FileEdit)])

  /// What is said about edits, which were made already if `isMade`.
  func remark(on edits: [FileEdit], isMade: Bool) throws(CommandError) -> [Message] {
    for root in roots(of: edits) {
      guard let judgement = try isMade ? judgement(after: root) : judgement(before: root) else { continue }
      let lines = PlanEditRemark(
        judgement, options: options(for: root.location), isMade: isMade, shown: shown(root.location)
      ).lines
      if !lines.isEmpty { return lines }
    }
    return []
  }

  /// The errors in what has changed in `paths` since the last commit.
  func contradictions(in paths: [String]) throws(CommandError) -> [Message] {
    let edits = paths.map { FileEdit(path: $0, change: .deletion) }
    for (location, edits) in roots(of: edits) {
      var location = location
      location.shown = Set(edits.map(\.path))
      let base = try? Revision(
        .head, of: location, sizeLimit: DirectorySource.usualSizeLimit, in: surroundings)
      let snapshot = try reading(of: location).read()
      let root = PlanInspection(snapshot, PlanInspection.Settings(location, base: base?.files))
      let remark = PlanEditRemark(
        errors: root.findings.filter { $0.severity == .error }, in: root, shown: shown(location))
      if !remark.lines.isEmpty { return remark.lines }
    }
    return []
  }

  // MARK: Edits

  /// The edits of files that a format reads. An edit of another file must cost next to nothing, so first only the name
  /// counts.
  private func roots(of edits: [FileEdit]) -> [RootEdits] {
    var roots: [RootEdits] = []
    var finder = ConfigurationFinder(common, surroundings)
    for edit in edits where PlanFormats.mayRead(edit.path) {
      // A configuration with a mistake declares nothing; `check` says what is wrong with it.
      let declared = (try? finder.ownFormats(aroundFile: edit.path, discovery)) ?? []
      let search = PlanLocations(discovery, PlanFormats.all + declared, only: nil)
      for (location, path) in search.locations(ofFile: edit.path) {
        let known = roots.firstIndex {
          $0.location.directory == location.directory && $0.location.format == location.format
        }
        if let known {
          roots[known].edits.append((path, edit))
        } else {
          roots.append((location, [(path, edit)]))
        }
      }
    }
    return roots
  }

  private func judgement(before root: RootEdits) throws(CommandError) -> PlanEditJudgement? {
    let reading = try reading(of: root.location)
    let before = try reading.read()
    var contents: [String: [UInt8]?] = [:]
    for (path, edit) in root.edits {
      let old = contents[path] ?? before.file(at: path)?.source.bytes
      switch edit.result(of: old) {
      case .bytes(let bytes): contents[path] = bytes
      case .absent: contents[path] = .some(nil)
      case nil: continue
      }
    }
    if contents.isEmpty { return nil }
    return judgement(
      from: before, to: try reading.read(contents, after: before), root.location, contents.keys)
  }

  private func judgement(after root: RootEdits) throws(CommandError) -> PlanEditJudgement? {
    let reading = try reading(of: root.location)
    let after = try reading.read()
    var origins: [String: [UInt8]?] = [:]
    for (path, edit) in root.edits.reversed() {
      guard let bytes = origins[path] ?? after.file(at: path)?.source.bytes,
        let origin = edit.origin(of: bytes)
      else { continue }
      origins[path] = origin
    }
    if origins.isEmpty { return nil }
    return judgement(from: try reading.read(origins, after: after), to: after, root.location, origins.keys)
  }

  private func judgement(
    from before: PlanSnapshot, to after: PlanSnapshot, _ location: TreeLocation,
    _ paths: some Sequence<String>
  ) -> PlanEditJudgement {
    let settings = PlanInspection.Settings(location)
    return PlanEditJudgement(
      from: PlanInspection(before, settings), to: PlanInspection(after, settings), editing: paths)
  }

  // MARK: Roots

  /// How a root is read, with other bytes in some of its files.
  private struct Reading {
    let request: TreeRequest
    let location: TreeLocation
    let format: any PlanFormat

    /// The root.
    func read() throws(CommandError) -> PlanSnapshot { try read(request, after: nil) }

    /// The same root as `snapshot`, in which `contents` replace files, by their paths from the repository root, nil for one
    /// that is removed.
    func read(_ contents: [String: [UInt8]?], after snapshot: PlanSnapshot) throws(CommandError)
      -> PlanSnapshot
    {
      if let edited = snapshot.replacing(contents) { return edited }
      return try read(request.replacing(contents), after: snapshot)
    }

    private func read(_ request: TreeRequest, after earlier: PlanSnapshot?) throws(CommandError)
      -> PlanSnapshot
    {
      try request.load(
        format, at: location, selection: request.configuration(of: location).selection(), isLocked: false,
        after: earlier)
    }
  }

  private func reading(of location: TreeLocation) throws(CommandError) -> Reading {
    let name = location.format ?? ""
    let request = try TreeRequest(
      paths: [location.directory], common: common, commandLine: common.commandLine, formats: .other(name),
      in: surroundings)
    guard let format = request.format(of: location) else {
      throw .failure("no format is called \"\(name)\"")
    }
    return Reading(request: request, location: location, format: format)
  }

  /// What it takes for a command of the agent to find the root.
  private func options(for location: TreeLocation) -> [String] {
    let request = try? TreeRequest(
      paths: [], common: common, commandLine: common.commandLine, formats: .all, in: surroundings)
    let isFound = request?.locations.contains {
      $0.directory == location.directory && $0.format == location.format
    }
    return isFound ?? false ? [] : ["--root", shown(location)(location.root.path)]
  }

  private func shown(_ location: TreeLocation) -> (String) -> String {
    ShownPath(repository: location.repository, workingDirectory: surroundings.workingDirectory).unescaped
  }
}
