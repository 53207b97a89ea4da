import StatusEditing
import StatusModel
import StatusSyntax
import StatusText

/// Collects the changes of an existing project state, NNN_slug/state.json.
struct ProjectStateEditor {
  private let state: StateEntry
  private let root: JSONValue
  private let layout: TaskStateLayout
  private let moment: SyncMoment
  private let profile: Profile
  /// The task's directory, from the repository root.
  private let directory: String
  private var changes: JSONChanges

  /// Nil for a file that is not a project state.
  init?(_ file: TrackedFile, in directory: String, _ profile: Profile, _ moment: SyncMoment) {
    let tree = JSONTree(file.source)
    guard let state = file.projectState, let root = tree.root else { return nil }
    self.state = state
    self.root = root
    self.profile = profile
    self.directory = directory
    self.moment = moment
    layout = TaskStateLayout(state, root, profile)
    changes = JSONChanges(tree)
  }

  /// The edits; nil if they cannot be made without changing other text.
  var edits: [TextEdit]? { changes.edits }

  /// Applies the change of the task.
  mutating func make(_ change: TaskChange) { layout.makeOwnState(change, in: &changes) }

  /// Sets `last_updated` to the current time.
  mutating func touch() { layout.touch(at: moment.change, in: &changes) }

  /// Lists artifacts by their kind. Paths in the directory of the task are relative to it.
  mutating func add(_ artifacts: [CheckedArtifact]) {
    let hasLists = ["reports", "plans", "summaries"].contains { root[$0] != nil }
    let new = artifacts.filter { $0.kind != .other && !isListed($0.path) }
    guard hasLists || root["artifacts"] == nil else {
      let items = new.map {
        ArtifactList.Item(type: $0.claim.type, path: $0.path, summary: $0.claim.summary, kind: $0.kind)
      }
      return ArtifactList(entry: root, forms: profile.states).add(items, to: &changes)
    }
    for (key, kind) in Self.lists {
      let paths = new.filter { $0.kind == kind }.map { ProjectStateDraft.relative($0.path, to: directory) }
      guard !paths.isEmpty else { continue }
      if let list = root[key], list.kind == .array {
        for path in paths { changes.append(.string(path), to: list) }
      } else {
        changes.set(key, to: .array(paths.map { .string($0) }), in: root, after: "status")
      }
    }
  }

  /// The lists of a project state, and their contents.
  static let lists: [(key: String, kind: ArtifactClaim.Kind)] = [
    ("reports", .report), ("plans", .plan), ("summaries", .summary),
  ]

  private func isListed(_ path: String) -> Bool {
    let own = ProjectStateDraft.relative(path, to: directory)
    return state.links.contains {
      $0.mayName { $0 == path || $0 == own || $0.hasSuffix("/" + own) && path != own }
    }
  }

  /// Writes the metadata of a plan.
  mutating func setPlan(_ plan: PlanChange) {
    let members = PlanMembers(of: root)
    members.setMetadata(plan.metadata, in: &changes)
    members.addVersions(plan.versions.map { $0.relative(to: directory) }, in: &changes)
  }

  /// Adds a record of information that is no longer visible.
  mutating func add(_ record: TransitionRecord) {
    if let list = root[record.key], list.kind == .array {
      changes.append(record.draft, to: list)
    } else {
      changes.set(record.key, to: .array([record.draft]), in: root)
    }
  }
}
