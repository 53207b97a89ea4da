import StatusDiagnostics
import StatusModel
import StatusSyntax
import StatusText

/// An entry of the registry for a task that only TODO.md has, made of what TODO.md and the task's directory say.
struct NewRegistryEntry {
  private let entry: TaskEntry
  private let list: TaskList
  private let workspace: Workspace
  private let evidence: TaskEvidence
  /// The `project_name` that it gets.
  let name: String
  private let created: FoundTimestamp

  /// Nil where a required field (docs/format.md, "Required, named, counted") would have to be invented, or the task
  /// is at its end and may as well belong into the archive.
  init?(_ entry: TaskEntry, of task: TrackedTask, in list: TaskList, _ workspace: Workspace) {
    guard let evidence = TaskEvidence(entry, in: list),
      !workspace.profile.vocabulary.isTerminal(evidence.status)
    else { return nil }
    let needed = workspace.profile.neededEvents(for: evidence.status)
    guard needed.isEmpty || needed.contains(where: { evidence.dates[$0] != nil }),
      !evidence.status.needsReason || evidence.reason != nil
    else { return nil }
    let directories = task.directories.map { workspace.directories[$0] }.filter { !$0.isArchived }
    guard directories.count <= 1 else { return nil }
    let state = directories.first.flatMap { workspace.projectState(in: $0)?.projectState }
    guard let name = state?.name ?? directories.first?.slug ?? Self.slug(of: list.source.text(entry.title)),
      let created = Self.created(entry, list.source) ?? Self.created(state)
    else { return nil }
    self.entry = entry
    self.list = list
    self.workspace = workspace
    self.evidence = evidence
    self.name = name
    self.created = created
  }

  /// The fix that appends it to the entries.
  func fix(in json: LazyJSON, _ description: String) -> Fix? {
    guard let entries = json.tree.root?["active_projects"], entries.kind == .array else { return nil }
    let fix = Fix(.unsafe, description, in: json.tree) { $0.append(.object(members), to: entries) }
    let claims = workspace.registry?.timestamps ?? []
    let dates = [created] + evidence.dates.values
    return fix?.raising(claims, to: dates, at: json.tree.source.path, in: workspace)
  }

  private var members: [JSONDraft.Member] {
    let forms = workspace.profile.timestamps
    var members = [
      JSONDraft.Member("project_number", .integer(entry.number)),
      JSONDraft.Member("project_name", .string(name)),
      JSONDraft.Member("status", .string(workspace.profile.vocabulary.value(evidence.status))),
    ]
    let copied: [(field: FieldName, key: String)] = [
      (.priority, "priority"), (.language, "language"), (.taskType, "task_type"),
    ]
    for (field, key) in copied {
      guard let value = entry.field(field)?.valueRange, !value.isEmpty else { continue }
      members.append(JSONDraft.Member(key, .string(list.source.text(value).lowercased())))
    }
    members.append(JSONDraft.Member("created", .string(created.repeatable.shown(in: forms.record))))
    let dates = StatusEvent.allCases.compactMap { event in evidence.dates[event].map { (event, $0) } }
    for (event, found) in dates {
      members.append(
        JSONDraft.Member(event.rawValue, .string(found.repeatable.shown(in: forms.statusChange))))
    }
    let newest = dates.map(\.1).reduce(created) { $0.timestamp.isBefore($1.timestamp) ? $1 : $0 }
    members.append(
      JSONDraft.Member("last_updated", .string(newest.repeatable.shown(in: forms.lastUpdated))))
    if let reason = evidence.reason, let place = HaltReason(for: evidence.status) {
      members.append(JSONDraft.Member(place.key, .string(reason)))
    }
    return members
  }

  private static func created(_ entry: TaskEntry, _ source: SourceText) -> FoundTimestamp? {
    whole(entry.field(.created).flatMap { Timestamp.read(source, in: $0.valueRange).found })
  }

  private static func created(_ state: StateEntry?) -> FoundTimestamp? {
    whole(state?.timestamps.first { $0.name == "created" }?.reading.found)
  }

  /// A timestamp that has a time of day: a date alone is not what `created` holds.
  private static func whole(_ found: FoundTimestamp?) -> FoundTimestamp? {
    found.flatMap { $0.text(in: .full) == nil ? nil : $0 }
  }

  /// A title in snake case; nil if nothing of it is ASCII.
  private static func slug(of title: String) -> String? {
    let words = title.utf8.split { !ASCII.isAlphanumeric($0) }
      .map { String(decoding: $0.map(ASCII.lowercased), as: UTF8.self) }
    return words.isEmpty ? nil : words.joined(separator: "_")
  }
}
