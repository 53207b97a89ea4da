import StatusModel
import StatusSyntax

/// Lays changes of a task's status out in its object of a state file: its entry in the registry, or its own state.
package struct TaskStateLayout {
  private let state: StateEntry
  private let object: JSONValue
  private let profile: Profile

  /// The layout of `state`, which is `object` in the tree of its file.
  package init(_ state: StateEntry, _ object: JSONValue, _ profile: Profile) {
    self.state = state
    self.object = object
    self.profile = profile
  }

  // MARK: Status

  /// Gives an entry of the registry the status, the dates and the reason of `change`.
  package func makeEntry(_ change: TaskChange, in changes: inout JSONChanges) {
    if change.moves {
      let value = profile.vocabulary.value(change.new)
      changes.set("status", to: .string(value), in: object, after: "project_name")
      setStage(change.new, &changes)
    }
    setDates(change, &changes)
    removeReasons(of: change, &changes)
    if let reason = change.reason, let place = HaltReason(for: change.new) {
      changes.set(place.key, to: .string(reason), in: object, after: "last_updated")
    }
  }

  /// Gives a task's own state the status of `change`, and the dates where it has some.
  package func makeOwnState(_ change: TaskChange, in changes: inout JSONChanges) {
    guard change.moves else { return }
    let value = Self.ownStatus(change.new, written: state, profile)
    if state.status?.text != value { changes.set("status", to: .string(value), in: object, after: "phase") }
    setStage(change.new, &changes)
    removeReasons(of: change, &changes)
    if state.timestamps.contains(where: { $0.event != nil }) { setDates(change, &changes) }
  }

  /// The value of `status` in a project state: `active` unless it is final, or `written` has the status itself.
  package static func ownStatus(_ status: Status, written: StateEntry?, _ profile: Profile) -> String {
    let words = profile.vocabulary
    if words.isTerminal(status) { return words.value(status) }
    guard let old = written?.certainStatus, !words.isTerminal(old) else { return "active" }
    return words.value(status)
  }

  /// The stage of a task, in free words, which older state files have in addition to the status.
  package static func stage(_ status: Status, _ vocabulary: StatusVocabulary) -> String {
    switch status {
    case .researched: "research_completed"
    case .planned: "planning_completed"
    case .revised: "plan_revised"
    case .partial: "implementation_partial"
    case .completed: "implementation_completed"
    default: vocabulary.value(status)
    }
  }

  private func setStage(_ status: Status, _ changes: inout JSONChanges) {
    guard object["phase"]?.kind == .string else { return }
    changes.set("phase", to: .string(Self.stage(status, profile.vocabulary)), in: object)
  }

  private func removeReasons(of change: TaskChange, _ changes: inout JSONChanges) {
    for key in change.reasonsTakenBack.flatMap(\.keys) { changes.remove(key, from: object) }
  }

  // MARK: Dates

  private func setDates(_ change: TaskChange, _ changes: inout JSONChanges) {
    let dates = DateChanges(change, claims: state.timestamps + state.suffixedClaims, profile)
    let freed = dates.renamed.flatMap { rename(.completed, to: $0, dates, &changes) }
    for event in dates.set {
      guard let time = change.dates[event] else { continue }
      let text = time.shown(in: profile.timestamps.statusChange)
      let key = event == .completed && freed != nil ? event.rawValue : key(of: event) ?? event.rawValue
      changes.set(key, to: .string(text), in: object, after: anchor(for: event, dates))
    }
    for claim in state.timestamps where claim.event.map(dates.removed.contains) ?? false {
      changes.remove(claim.name, from: object)
    }
  }

  /// Gives the date of `event` to `other`; the key that is free then.
  private func rename(
    _ event: StatusEvent, to other: StatusEvent, _ dates: DateChanges, _ changes: inout JSONChanges
  ) -> String? {
    guard let key = key(of: event), let value = object[key] else { return nil }
    if object[other.rawValue] == nil {
      changes.rename(key, to: other.rawValue, in: object)
    } else {
      // What holds the place of a date gives it up.
      changes.set(other.rawValue, to: JSONDraft(copying: value), in: object)
      if !dates.set.contains(event) { changes.remove(key, from: object) }
    }
    return key
  }

  /// The key of the date of an event: its name, or an older word for it.
  private func key(of event: StatusEvent) -> String? { state.timestamp(event)?.name }

  /// The key that a new date follows: that of the last earlier date, else `created`, else the status.
  private func anchor(for event: StatusEvent, _ dates: DateChanges) -> String {
    for earlier in StatusEvent.allCases.prefix(while: { $0 != event }).reversed() {
      if dates.set.contains(earlier) || dates.renamed == earlier { return earlier.rawValue }
      if let key = key(of: earlier) { return key }
    }
    return object["created"] != nil ? "created" : "status"
  }

  /// Adds task `number` to those that the task depends on.
  package func addDependency(on number: Int, in changes: inout JSONChanges) {
    if let list = object["dependencies"] {
      changes.append(.integer(number), to: list)
    } else {
      changes.set("dependencies", to: .array([.integer(number)]), in: object)
    }
  }

  /// Sets `last_updated` to `time`, unless it is later already.
  package func touch(at time: Timestamp, in changes: inout JSONChanges) {
    let written = state.timestamps.first { $0.place == .lastUpdated }?.reading.found?.timestamp
    if let written, time.isEarlierInUTC(than: written) { return }
    let text = time.shown(in: profile.timestamps.lastUpdated)
    let last = state.timestamps.last { $0.event != nil }?.name
    changes.set(
      "last_updated", to: .string(text), in: object,
      after: last ?? (object["created"] != nil ? "created" : "status"))
  }
}
