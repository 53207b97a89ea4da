import StatusDiagnostics
import StatusEditing
import StatusModel
import StatusSyntax
import StatusText

/// Makes the files of one task say what is known of it: the status, the date and the reason that the status needs.
struct TaskRewrite {
  private let workspace: Workspace
  private let evidence: TaskEvidence
  private var profile: Profile { workspace.profile }

  /// Rewrites to `evidence`.
  init(_ evidence: TaskEvidence, in workspace: Workspace) {
    self.evidence = evidence
    self.workspace = workspace
  }

  /// Whether a fix may give `task` the status: it is not completed before its plan is, and does not begin to contradict its
  /// plan.
  static func allows(_ status: Status, for task: TrackedTask, in workspace: Workspace) -> Bool {
    if status == .completed, !workspace.mayComplete(task) { return false }
    guard let plan = workspace.currentPlan(of: task) else { return true }
    func contradicts(_ status: Status) -> Bool {
      PlanDisagreement(plan, task: status, workspace.profile) != nil
    }
    return !contradicts(status)
      || StatusClaim.trusted(task, in: workspace).map { contradicts($0.status) } ?? false
  }

  /// The fix that makes `entry` and `state` say what is known, and with them the project state of `task`; nil when one
  /// of them cannot be changed with certainty, or none has to be.
  func fix(
    of task: TrackedTask? = nil, entry: TaskEntry? = nil, state: StateEntry? = nil, json: LazyJSON? = nil,
    _ description: String
  ) -> Fix? {
    var files: [Fix.FileEdits] = []
    if let entry, let list = workspace.taskList {
      guard let edits = edits(of: entry, in: list) else { return nil }
      files.append(edits)
    }
    if let state, let json {
      guard let edits = edits(of: state, in: json) else { return nil }
      files.append(edits)
    }
    let old = entry == nil ? state?.certainStatus : entry?.marker?.status
    files += (task?.directories ?? []).compactMap { edits(ofProjectState: $0, from: old) }
    files.removeAll { $0.edits.isEmpty }
    return files.isEmpty ? nil : Fix(.unsafe, description, files: files.sorted { $0.path < $1.path })
  }

  // MARK: TODO.md

  /// The edits of TODO.md; nil when they cannot be made with certainty.
  private func edits(of entry: TaskEntry, in list: TaskList) -> Fix.FileEdits? {
    let hasReason = StatedReason.isGiven(
      for: evidence.status, fields: entry.fields, markers: [], body: entry.range, in: list.source,
      strictly: true)
    guard entry.statusMarkers.count <= 1, !entry.isContradictory,
      let evidenced = EvidencedChange(
        evidence, from: entry.marker?.status, claims: entry.timestamps, hasReason: hasReason, profile),
      evidenced.isComplete, !headsList(of: evidenced.change, entry)
    else { return nil }
    var changes = MarkdownChanges(list.source)
    TaskEntryLayout(entry, in: list, profile).make(evidenced.change, in: &changes)
    return whole(changes.edits, of: list.path, evidenced, below: list.timestamps)
  }

  /// Whether a field with the name of a date that the entry would get heads a list.
  private func headsList(of change: TaskChange, _ entry: TaskEntry) -> Bool {
    DateChanges(change, claims: entry.timestamps, profile).set.contains { event in
      entry.field(event.field).map { field in
        !entry.timestamps.contains { $0.nameRange == field.nameRange }
      } ?? false
    }
  }

  /// The edits of a file, with those that raise the "last updated" above a date that they add; nil if there are none.
  private func whole(
    _ edits: [TextEdit]?, of path: String, _ evidenced: EvidencedChange, below claims: [TimestampClaim]
  ) -> Fix.FileEdits? {
    guard let edits else { return nil }
    let file = Fix.FileEdits(path: path, edits: edits)
    guard let newest = evidenced.newest else { return file }
    return LastUpdated.edits(raising: claims, to: newest, in: workspace).map(file.adding)
  }

  // MARK: State files

  /// The edits of the registry; nil when they cannot be made with certainty.
  private func edits(of state: StateEntry, in json: LazyJSON) -> Fix.FileEdits? {
    guard let object = json.tree.value(at: state.range),
      let evidenced = EvidencedChange(
        evidence, from: state.certainStatus, claims: state.timestamps + state.suffixedClaims,
        hasReason: state.explained.contains(evidence.status), profile), evidenced.isComplete
    else { return nil }
    var changes = JSONChanges(json.tree)
    TaskStateLayout(state, object, profile).makeEntry(evidenced.change, in: &changes)
    let claims = state.timestamps + (workspace.registry?.timestamps ?? [])
    return whole(changes.edits, of: json.tree.source.path, evidenced, below: claims)
  }

  /// The edits of a project state whose task was `old`, where it follows its task at all; nil when they cannot be made
  /// with certainty.
  private func edits(ofProjectState directory: Int, from old: Status?) -> Fix.FileEdits? {
    let directory = workspace.directories[directory]
    guard !directory.isArchived, let file = workspace.projectState(in: directory),
      let state = file.projectState, let status = state.status,
      state.certainStatus != nil || status.text == "active", state.certainStatus != evidence.status
    else { return nil }
    let tree = JSONTree(file.source)
    guard let object = tree.value(at: state.range),
      let evidenced = EvidencedChange(
        evidence, from: old, claims: state.timestamps, hasReason: true, profile)
    else { return nil }
    var changes = JSONChanges(tree)
    TaskStateLayout(state, object, profile).makeOwnState(evidenced.change, in: &changes)
    return whole(changes.edits, of: file.path, evidenced, below: state.timestamps)
  }
}
