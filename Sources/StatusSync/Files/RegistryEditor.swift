import StatusEditing
import StatusModel
import StatusSyntax
import StatusText

/// Collects the changes of state.json.
struct RegistryEditor {
  let registry: StateFile
  private let profile: Profile
  private let moment: SyncMoment
  private let root: SpecsRoot
  private let tree: JSONTree
  private var changes: JSONChanges

  init(_ registry: StateFile, _ workspace: Workspace, _ moment: SyncMoment) {
    self.registry = registry
    profile = workspace.profile
    root = workspace.root
    self.moment = moment
    tree = workspace.registrySource?.json ?? JSONTree(registry.source)
    changes = JSONChanges(tree)
  }

  /// The edits; nil if they cannot be made without changing other text.
  var edits: [TextEdit]? { changes.edits }

  /// The object of a task.
  func object(_ state: StateEntry) -> JSONValue? { tree.value(at: state.range) }

  private func layout(_ state: StateEntry) -> TaskStateLayout? {
    object(state).map { TaskStateLayout(state, $0, profile) }
  }

  // MARK: Status

  /// Applies the change of a task.
  mutating func make(_ change: TaskChange, of state: StateEntry) {
    layout(state)?.makeEntry(change, in: &changes)
  }

  /// Sets the `last_updated` of a task to the current time.
  mutating func touch(_ state: StateEntry) { layout(state)?.touch(at: moment.change, in: &changes) }

  /// Records the session that works on a task, and the start if it `claims` the task or another session was recorded.
  mutating func setSession(_ session: String, of state: StateEntry, claims: Bool) {
    guard let entry = object(state) else { return }
    let isOther = entry["session_id"]?.string != session
    changes.set("session_id", to: .string(session), in: entry)
    guard isOther || claims else { return }
    changes.set("session_started", to: .string(moment.now.shown), in: entry, after: "session_id")
  }

  /// Removes the recorded session, which no longer works on the task.
  mutating func removeSession(of state: StateEntry) {
    guard let entry = object(state) else { return }
    for key in ["session_id", "session_started"] where entry[key] != nil { changes.remove(key, from: entry) }
  }

  /// Records the summary, if the profile has a member for it.
  mutating func setCompletion(_ summary: String, of state: StateEntry) {
    guard let entry = object(state),
      profile.states.recordsCompletion || entry["completion_summary"] != nil
    else { return }
    changes.set("completion_summary", to: .string(summary), in: entry)
  }

  /// Whether a date is before the change, or is a number or an impossible day, which is not worth keeping.
  private func isOutdated(_ reading: TimestampReading) -> Bool {
    switch reading {
    case .valid(let found): found.timestamp.isEarlierInUTC(than: moment.change)
    case .impossible: true
    case .ambiguous, .placeholder, .prose: false
    }
  }

  /// Updates the file itself: the time of its last change, if it has one, and the counts that were correct before, of
  /// its own entries or of the tasks of TODO.md.
  mutating func follow(_ own: CountChange, _ list: CountChange) {
    guard let object = tree.root else { return }
    for (range, value) in registry.countClaims.changed(by: own, list) {
      if let number = tree.value(at: range) { changes.replace(number, with: .integer(value)) }
    }
    for claim in registry.timestamps where claim.place == .lastUpdated || claim.name == "_last_updated" {
      guard isOutdated(claim.reading) else { continue }
      let text = claim.raisedText(moment.change, in: profile) ?? moment.change.shown
      changes.set(claim.name, to: .string(text), in: object)
    }
  }

  // MARK: Artifacts and plans

  /// A path from the repository root as the entry of a task writes paths: relative to the specs root if all others are.
  func written(_ path: String, in state: StateEntry) -> String {
    guard !state.links.isEmpty, state.links.allSatisfy({ LinkStyle.isFromTree($0.path) }) else { return path }
    return root.inside(path) ?? path
  }

  /// Adds the artifacts that an entry does not list yet; their paths begin at the repository root.
  mutating func add(_ artifacts: [CheckedArtifact], to state: StateEntry, directories: [String]) {
    guard let entry = object(state) else { return }
    let new = artifacts.filter { artifact in
      !state.links.contains { link in
        // The current plan is also recorded outside of the list, which is not a place for artifacts.
        link.leads(to: artifact.path, in: root, directories: directories) && !isPlanPath(link, of: entry)
      }
    }
    let items = new.map {
      ArtifactList.Item(
        type: $0.claim.type, path: written($0.path, in: state), summary: $0.claim.summary, kind: $0.kind)
    }
    ArtifactList(entry: entry, forms: profile.states).add(items, to: &changes)
  }

  private func isPlanPath(_ link: WrittenLink, of entry: JSONValue) -> Bool {
    entry["plan_path"]?.range.contains(link.range) ?? false
  }

  /// Whether `plan_path` of an entry names the current plan.
  func namesPlan(_ state: StateEntry) -> Bool {
    profile.states.recordsPlans || object(state)?["plan_path"] != nil
  }

  /// Makes a plan the current plan.
  mutating func setPlan(_ plan: PlanChange, of state: StateEntry) {
    guard let entry = object(state) else { return }
    let members = PlanMembers(of: entry)
    if namesPlan(state) {
      changes.set("plan_path", to: .string(written(plan.path, in: state)), in: entry, after: "artifacts")
    }
    members.setMetadata(plan.metadata, in: &changes)
    if profile.states.recordsPlans || entry["plan_versions"] != nil || plan.isRevision {
      members.addVersions(plan.versions, in: &changes)
    }
  }

  /// Writes the metadata of the current plan.
  mutating func setMetadata(_ metadata: PlanMetadata, of state: StateEntry) {
    if let entry = object(state) { PlanMembers(of: entry).setMetadata(metadata, in: &changes) }
  }
}
