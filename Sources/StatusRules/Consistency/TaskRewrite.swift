import StatusDiagnostics
import StatusModel
import StatusSyntax
import StatusText

/// Makes the files of one task say what is known of it: the status, the date and the reason that the status needs.
struct TaskRewrite {
  private let workspace: Workspace
  private let evidence: TaskEvidence

  /// Rewrites to `evidence`.
  init(_ evidence: TaskEvidence, in workspace: Workspace) {
    self.evidence = evidence
    self.workspace = workspace
  }

  /// Whether `task` may be given the status. A task becomes completed only when nothing of its current plan remains:
  /// where there is a plan that nobody can read, nobody knows.
  static func allows(_ status: Status, for task: TrackedTask, in workspace: Workspace) -> Bool {
    guard status == .completed else { return true }
    if let plan = workspace.currentPlan(of: task) {
      return Remaining(plan, workspace.profile)?.mayBeCompleted ?? false
    }
    return !task.directories.contains { workspace.hasUnreadablePlan($0) }
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
    files += (task?.directories ?? []).compactMap { edits(ofProjectState: $0) }
    files.removeAll { $0.edits.isEmpty }
    return files.isEmpty ? nil : Fix(.unsafe, description, files: files.sorted { $0.path < $1.path })
  }

  // MARK: TODO.md

  /// The edits of TODO.md; nil when they cannot be made with certainty.
  private func edits(of entry: TaskEntry, in list: TaskList) -> Fix.FileEdits? {
    guard entry.statusMarkers.count <= 1, !entry.isContradictory,
      let dates = DateChange(
        to: evidence, from: entry.marker?.status, claims: entry.timestamps, place: .taskField,
        workspace.profile)
    else { return nil }
    var changes = MarkdownChanges(list.source)
    guard setStatus(of: entry, in: list.source, &changes) else { return nil }
    if let renamed = dates.renamed, let field = entry.field(.completed) {
      changes.replace(field.nameRange, with: renamed.title)
    }
    var position = Self.fieldBehindWhichComes(.completed, entry)
    if let (event, text, _) = dates.added {
      let isFreed = dates.renamed != nil && event == .completed
      if let field = entry.field(event.field), !isFreed {
        // A field of that name without a date heads a list.
        guard entry.timestamps.contains(where: { $0.nameRange == field.nameRange }) else { return nil }
        changes.setValue(of: field, to: text)
      } else {
        position = isFreed ? entry.field(.completed) : Self.fieldBehindWhichComes(event, entry)
        Self.insert(event.title, text, into: entry, behind: position, &changes)
      }
    }
    if TaskEvidence.needsReason(evidence.status), let reason = evidence.reason,
      !StatedReason.isGiven(
        for: evidence.status, fields: entry.fields, markers: [], body: entry.range, in: list.source)
    {
      let name: FieldName = evidence.status == .blocked ? .blockingReason : .abandonmentReason
      Self.insert(name.title, reason, into: entry, behind: position, &changes)
    }
    return whole(changes.edits, of: list.path, dates, below: list.timestamps)
  }

  /// The edits of a file, with those that raise the "last updated" above a date that they add; nil if there are none.
  private func whole(
    _ edits: [TextEdit]?, of path: String, _ dates: DateChange, below claims: [TimestampClaim]
  ) -> Fix.FileEdits? {
    guard let edits else { return nil }
    let file = Fix.FileEdits(path: path, edits: edits)
    guard let found = dates.added?.found else { return file }
    return LastUpdated.edits(raising: claims, to: found, in: workspace).map(file.adding)
  }

  /// Sets the markers that say something else, or gives the entry a Status; false if there is no place for one.
  private func setStatus(of entry: TaskEntry, in source: SourceText, _ changes: inout MarkdownChanges) -> Bool
  {
    let vocabulary = workspace.profile.vocabulary
    let markers = [entry.statusMarkers.first, entry.headingMarker].compactMap(\.self)
    for marker in markers where marker.status != evidence.status {
      changes.set(marker, to: evidence.status, in: vocabulary)
    }
    if !markers.isEmpty { return true }
    guard let field = entry.field(.status) else {
      Self.insert(
        FieldName.status.title, vocabulary.marker(evidence.status), into: entry, behind: nil, &changes)
      return !entry.fields.isEmpty
    }
    guard source.bytes[field.region.indices].allSatisfy({ ASCII.isWhitespace($0) }) else { return false }
    changes.setValue(of: field, to: vocabulary.marker(evidence.status))
    return true
  }

  /// The field that the date of `event` follows: that of the last earlier event, else the Status.
  static func fieldBehindWhichComes(_ event: StatusEvent, _ entry: TaskEntry) -> Field? {
    StatusEvent.earlier(than: event).lazy.reversed().compactMap { earlier in
      entry.fields.first { field in
        field.name == earlier.field && entry.timestamps.contains { $0.nameRange == field.nameRange }
      }
    }.first ?? entry.field(.status)
  }

  /// Inserts a field after another one, or first if there is none.
  static func insert(
    _ name: String, _ value: String, into entry: TaskEntry, behind field: Field?,
    _ changes: inout MarkdownChanges
  ) {
    if let field {
      changes.insert(name, value, after: field)
    } else if let first = entry.fields.first {
      changes.insert(name, value, before: first)
    }
  }

  // MARK: State files

  /// The edits of the registry; nil when they cannot be made with certainty.
  private func edits(of state: StateEntry, in json: LazyJSON) -> Fix.FileEdits? {
    guard let entry = json.tree.value(at: state.range),
      let dates = DateChange(
        to: evidence, from: state.certainStatus, claims: state.timestamps + state.suffixedClaims,
        place: .statusChange, workspace.profile)
    else { return nil }
    var changes = JSONChanges(json.tree)
    if state.certainStatus != evidence.status {
      changes.set("status", to: .string(workspace.profile.vocabulary.value(evidence.status)), in: entry)
    }
    if let renamed = dates.renamed {
      changes.rename(StatusEvent.completed.rawValue, to: renamed.rawValue, in: entry)
    }
    var position = dates.renamed?.rawValue ?? Self.keyBehindWhichComes(.completed, entry)
    if let (event, text, _) = dates.added {
      if dates.renamed == nil { position = Self.keyBehindWhichComes(event, entry) }
      changes.set(event.rawValue, to: .string(text), in: entry, after: position)
      position = event.rawValue
    }
    let hasReason = evidence.status == .blocked ? state.hasBlockingReason : state.hasAbandonmentReason
    if TaskEvidence.needsReason(evidence.status), let reason = evidence.reason, !hasReason {
      let key = evidence.status == .blocked ? "blocking_reason" : "abandonment_reason"
      changes.set(key, to: .string(reason), in: entry, after: position)
    }
    let claims = state.timestamps + (workspace.registry?.timestamps ?? [])
    return whole(changes.edits, of: json.tree.source.path, dates, below: claims)
  }

  /// The key that the date of `event` follows: that of the last earlier event, else `created`, else the status.
  static func keyBehindWhichComes(_ event: StatusEvent, _ entry: JSONValue) -> String {
    let earlier = StatusEvent.earlier(than: event).map(\.rawValue)
    return earlier.last { entry[$0] != nil } ?? (entry["created"] != nil ? "created" : "status")
  }

  /// The edits of a project state that calls the task at its end when it is not, or the other way round.
  private func edits(ofProjectState directory: Int) -> Fix.FileEdits? {
    let directory = workspace.directories[directory]
    guard !directory.isArchived, let file = workspace.file(at: "\(directory.path)/state.json"),
      let state = file.projectState, let (text, range) = state.status,
      state.certainStatus != nil || text == Self.active, file.syntax.duplicateKeys.isEmpty
    else { return nil }
    let ends: Set<Status> = [.completed, .abandoned]
    let old = state.certainStatus.flatMap { ends.contains($0) ? $0 : nil }
    let new = ends.contains(evidence.status) ? evidence.status : nil
    guard old != new else { return nil }
    let value = new.map(workspace.profile.vocabulary.value) ?? Self.active
    return Fix.FileEdits(path: file.path, edits: [TextEdit(range, with: value)])
  }

  /// What a project state calls every task that is not at its end.
  private static let active = "active"
}

extension StatusEvent {
  /// The events whose dates stand before that of `event`, in order.
  fileprivate static func earlier(than event: StatusEvent) -> ArraySlice<StatusEvent> {
    allCases.prefix { $0 != event }
  }
}

extension Workspace {
  /// Whether a file in the plans of a directory could not be read.
  fileprivate func hasUnreadablePlan(_ directory: Int) -> Bool {
    files.contains {
      $0.directory == directory && $0.kind == .plan && ($0.failure != nil || !$0.syntax.isReadable)
    }
  }
}
