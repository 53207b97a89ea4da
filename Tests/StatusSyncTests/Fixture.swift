import StatusModel
import StatusSync
import StatusSyntax
import StatusText

/// A specs tree in memory, as a planner sees it.
struct Fixture {
  /// The files, by path from the repository root; only those that statuslint tracks.
  var files: [String: String]
  /// Other files that artifacts may be, by path.
  var others: [String: Int] = [:]
  /// The present.
  var now = "2026-01-10T12:00:00Z"
  var profile = Profile.opencode

  /// What the tree says.
  var workspace: Workspace {
    let directories = Set(files.keys.compactMap(Self.directory)).sorted().compactMap { path in
      ProjectDirectory(
        name: String(path.dropFirst("specs/".count)), path: path, isArchived: false, isBehindLink: false)
    }
    let tracked = files.sorted { $0.key < $1.key }.compactMap { path, text -> TrackedFile? in
      guard let kind = Self.kind(path) else { return nil }
      let directory = Self.directory(path).flatMap { own in directories.firstIndex { $0.path == own } } ?? -1
      return TrackedFile(
        kind: kind, directory: directory, source: SourceText(path: path, bytes: Array(text.utf8)),
        vocabulary: profile.vocabulary)
    }
    return Workspace(
      root: SpecsRoot(path: "specs"), detection: ProfileDetection(requested: profile), files: tracked,
      directories: directories, archive: Archive(registry: nil, directories: [], exists: false),
      now: present)
  }

  private var present: Timestamp {
    guard let time = Timestamp.read(now).found?.timestamp else { preconditionFailure("\(now) is not a time") }
    return time
  }

  private static func directory(_ path: String) -> String? {
    let parts = path.split(separator: "/")
    return parts.count > 2 ? "specs/\(parts[1])" : nil
  }

  private static func kind(_ path: String) -> TrackedFile.Kind? {
    if path == "specs/TODO.md" { return .taskList }
    if path == "specs/state.json" { return .registry }
    if path.hasSuffix("/state.json") { return .projectState }
    return path.contains("/plans/") ? .plan : nil
  }

  /// What lies at each of `paths`.
  private func facts(_ paths: [String]) -> [String: ArtifactFact] {
    var facts: [String: ArtifactFact] = [:]
    for path in paths {
      let size = files[path].map(\.utf8.count) ?? others[path]
      facts[path] = path.hasPrefix("../") ? .outside : size.map { .file(path: path, size: $0) } ?? .missing
    }
    return facts
  }

  /// What `request` comes to.
  func plan(_ request: UpdateRequest) -> Result<PlannedUpdate, SyncErrors> {
    UpdatePlanner(workspace, facts: facts(request.artifacts.map(\.path) + [request.plan].compactMap { $0 }))
      .plan(
        request)
  }

  /// Makes what was planned of the files.
  @discardableResult
  mutating func make(_ request: UpdateRequest) throws(SyncErrors) -> PlannedUpdate {
    let update = try plan(request).get()
    for file in update.files { files[file.path] = String(decoding: file.new, as: UTF8.self) }
    return update
  }

  /// Begins a workflow.
  @discardableResult
  mutating func begin(_ number: Int, _ workflow: Workflow) throws(SyncErrors) -> WorkflowPlanner.Beginning {
    let beginning = try WorkflowPlanner(workflow, workspace).begin(number, session: nil) { "sess_1" }.get()
    if let request = beginning.request { try make(request) }
    return beginning
  }

  /// Ends a workflow with a return object.
  @discardableResult
  mutating func finish(_ number: Int, _ workflow: Workflow, _ object: String) throws(SyncErrors)
    -> PlannedUpdate
  {
    let read = try ExecutorReturn.read(JSONTree(SourceText(object))).get()
    return try make(WorkflowPlanner(workflow, workspace).finish(number, read, session: nil).get())
  }
}

extension UpdateRequest {
  /// An update of one task, filled in by `fill`.
  static func of(_ task: Int, _ fill: (inout UpdateRequest) -> Void) -> UpdateRequest {
    var request = UpdateRequest(TaskSelection(task))
    fill(&request)
    return request
  }
}

extension Fixture {
  /// Gives task 12 of `fresh` another status than not started, without any date.
  mutating func set(status marker: String, value: String) {
    replace("specs/TODO.md", "[NOT STARTED]", "[\(marker)]")
    replace("specs/state.json", #""status": "not_started""#, #""status": "\#(value)""#)
  }

  /// Puts `new` in the place of `old` in a file.
  mutating func replace(_ path: String, _ old: String, _ new: String) {
    files[path] = files[path]?.replacing(old, with: new)
  }

  /// The same with the task's status, and its plan.
  func with(status marker: String, value: String, plan: String? = Fixture.planText) -> Fixture {
    var tree = self
    tree.set(status: marker, value: value)
    guard let plan else { return tree }
    tree.files[Fixture.planPath] = plan
    tree.replace(
      "specs/TODO.md", "- **Description**", "- **Plan**: [\(Fixture.planPath)]\n- **Description**")
    tree.replace(
      "specs/state.json", #""note""#,
      "\"artifacts\": [\"\(Fixture.planPath)\"],\n      \"plan_path\": \"\(Fixture.planPath)\",\n      \"note\""
    )
    return tree
  }

  /// The errors of a request; empty when it can be made.
  func errors(_ request: UpdateRequest) -> [SyncError] {
    switch plan(request) {
    case .success: []
    case .failure(let errors): errors.errors
    }
  }

  /// The lines of a file that a request takes out and puts in, with - and + before them.
  func difference(_ request: UpdateRequest, in path: String) throws -> [String] {
    let update = try plan(request).get()
    guard let file = update.files.first(where: { $0.path == path }) else { return [] }
    let old = String(decoding: file.old ?? [], as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let new = String(decoding: file.new, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    return new.difference(from: old).map { change in
      switch change {
      case .remove(_, let line, _): "-\(line)"
      case .insert(_, let line, _): "+\(line)"
      }
    }
  }
}
