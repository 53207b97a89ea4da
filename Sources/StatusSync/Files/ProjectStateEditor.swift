import StatusModel
import StatusSyntax
import StatusText

/// Collects what changes in a task's own state, NNN_slug/state.json, which is there.
struct ProjectStateEditor {
  private let state: StateEntry
  private let source: SourceText
  private let root: JSONValue
  private let members: StateMembers
  private let profile: Profile
  /// The task's directory, from the repository root.
  private let directory: String
  private var changes: JSONChanges

  /// Nil for a file that is no project state.
  init?(_ file: TrackedFile, in directory: String, _ profile: Profile, _ moment: SyncMoment) {
    let tree = JSONTree(file.source)
    guard let state = file.projectState, let root = tree.root else { return nil }
    self.state = state
    self.root = root
    self.profile = profile
    self.directory = directory
    source = file.source
    members = StateMembers(of: root, profile, moment)
    changes = JSONChanges(tree)
  }

  /// The edits; nil where they cannot be made without touching what is not meant.
  var edits: [TextEdit]? { changes.edits }

  /// Gives the task the status of `step`: `active` says every one that is no end. Dates are kept where the file has
  /// some.
  mutating func move(_ step: TaskStep) {
    guard step.moves else { return }
    let value = Self.status(step.new, written: state, profile)
    if state.status?.text != value { changes.set("status", to: .string(value), in: root, after: "phase") }
    members.setStage(step.new, in: &changes)
    if step.old == .abandoned { members.removeAbandonmentReason(in: &changes) }
    if state.timestamps.contains(where: { $0.event != nil }) {
      members.setDates(step, claims: state.timestamps, in: &changes)
    }
  }

  /// The value of `status`: in the words that the file has, where there is one.
  static func status(_ status: Status, written: StateEntry?, _ profile: Profile) -> String {
    let words = profile.vocabulary
    if words.isTerminal(status) { return words.value(status) }
    guard let old = written?.certainStatus, !words.isTerminal(old) else { return "active" }
    return words.value(status)
  }

  /// Brings `last_updated` up to the present.
  mutating func touch() { members.touch(claims: state.timestamps, in: &changes) }

  /// Lists artifacts by their kind; paths begin in the task's directory where they lie in it.
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
      let paths = new.filter { $0.kind == kind }.map { Self.relative($0.path, to: directory) }
      guard !paths.isEmpty else { continue }
      if let list = root[key], list.kind == .array {
        for path in paths { changes.append(.string(path), to: list) }
      } else {
        changes.set(key, to: .array(paths.map { .string($0) }), in: root, after: "status")
      }
    }
  }

  /// The lists of a project state, and what stands in them.
  static let lists: [(key: String, kind: ArtifactClaim.Kind)] = [
    ("reports", .report), ("plans", .plan), ("summaries", .summary),
  ]

  private func isListed(_ path: String) -> Bool {
    let own = Self.relative(path, to: directory)
    return state.links.lazy.flatMap(\.texts).contains {
      $0 == path || $0 == own || $0.hasSuffix("/" + own) && path != own
    }
  }

  /// A path from the repository root, from the task's directory where it lies in it.
  static func relative(_ path: String, to directory: String) -> String {
    path.hasPrefix(directory + "/") ? String(path.dropFirst(directory.count + 1)) : path
  }

  /// Writes what is known of a plan.
  mutating func setPlan(_ plan: PlanChange) {
    members.setMetadata(plan.metadata, in: &changes)
    members.addVersions(plan.versions.map { $0.relative(to: directory) }, in: &changes)
  }

  /// Keeps a record of what cannot be seen any more.
  mutating func add(_ record: TransitionRecord) {
    if let list = root[record.key], list.kind == .array {
      changes.append(record.draft, to: list)
    } else {
      changes.set(record.key, to: .array([record.draft]), in: root)
    }
  }
}
