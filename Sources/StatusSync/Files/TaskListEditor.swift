import StatusEditing
import StatusModel
import StatusText

/// Collects the changes of TODO.md.
struct TaskListEditor {
  let list: TaskList
  private let profile: Profile
  private let moment: SyncMoment
  /// How the file writes links; determined when a link is written.
  private lazy var links = LinkStyle(of: list, root, profile)
  private let root: SpecsRoot
  /// The items of the section Task Order.
  private let order: [Int: [TaskOrderItem]]
  private var changes: MarkdownChanges

  init(_ list: TaskList, _ workspace: Workspace, _ moment: SyncMoment) {
    self.list = list
    profile = workspace.profile
    root = workspace.root
    self.moment = moment
    order = list.orderByTask
    changes = MarkdownChanges(list.source)
  }

  /// The edits; nil if they cannot be made without changing other text.
  var edits: [TextEdit]? { changes.edits }

  // MARK: Status

  /// Applies the change of a task to its entry and to the section Task Order.
  mutating func make(_ change: TaskChange, of entry: TaskEntry) {
    TaskEntryLayout(entry, in: list, profile).make(change, in: &changes)
    for item in order[entry.number] ?? [] {
      changes.replace(item.marker.range, with: item.text(for: change.new, profile.vocabulary))
    }
  }

  // MARK: Links

  /// Links a report or a summary, at a path from the repository root, unless the task already links it.
  mutating func link(_ path: String, _ kind: ArtifactClaim.Kind, of entry: TaskEntry, directories: [String]) {
    guard kind == .report || kind == .summary, !isLinked(path, entry.links, directories) else { return }
    TaskEntryLayout(entry, in: list, profile).add(
      links.link(path), to: kind == .report ? "Research" : "Summary",
      after: kind == .report ? [] : [.research, .plan], in: &changes)
  }

  /// Makes the plan at a path from the repository root the one that the task links.
  mutating func setPlan(_ path: String, of entry: TaskEntry, directories: [String]) {
    let field = entry.field(.plan)
    let linked = entry.links.filter { link in field.map { $0.region.contains(link.range) } ?? false }
    if linked.count == 1, isLinked(path, linked, directories) { return }
    let link = links.link(path)
    guard let field else {
      return insert(
        "Plan", link, after: FieldPlace.anchorForLink(after: [.research], in: entry.fields), in: entry)
    }
    changes.setValue(of: field, to: link, replacesContinuation: !linked.isEmpty && field.valueRange.isEmpty)
  }

  private mutating func insert(_ name: String, _ value: String, after anchor: Field?, in entry: TaskEntry) {
    if let anchor {
      changes.insert(name, value, after: anchor)
    } else {
      changes.insert(name, value, beneath: entry.heading, fields: entry.fields)
    }
  }

  private func isLinked(_ path: String, _ links: [WrittenLink], _ directories: [String]) -> Bool {
    links.contains { $0.leads(to: path, in: root, directories: directories) }
  }

  // MARK: What follows

  /// Updates the top of the file: Last Updated, and the counts that were correct before.
  mutating func follow(_ counts: CountChange) {
    for claim in list.timestamps {
      guard claim.place == .taskListHeader, let found = claim.reading.found,
        found.timestamp.isEarlierInUTC(than: moment.change)
      else { continue }
      let text = claim.raisedText(moment.change, in: profile) ?? moment.change.shown
      changes.replace(found.range, with: text)
    }
    for (range, value) in list.countClaims.changed(by: counts) { changes.replace(range, with: String(value)) }
  }
}
