import StatusModel
import StatusSyntax

/// The members of a task's object that an update writes, in the registry and in a project state alike.
struct StateMembers {
  /// The file's changes; the caller owns them, since a registry has many tasks.
  private let object: JSONValue
  private let profile: Profile
  private let moment: SyncMoment

  init(of object: JSONValue, _ profile: Profile, _ moment: SyncMoment) {
    self.object = object
    self.profile = profile
    self.moment = moment
  }

  // MARK: Status

  /// Sets the status, and the stage if the object has one.
  func setStatus(_ status: Status, in changes: inout JSONChanges) {
    changes.set("status", to: .string(profile.vocabulary.value(status)), in: object, after: "project_name")
    setStage(status, in: &changes)
  }

  /// Sets the stage, if the object has one.
  func setStage(_ status: Status, in changes: inout JSONChanges) {
    guard object["phase"]?.kind == .string else { return }
    changes.set("phase", to: .string(Self.stage(status, profile.vocabulary)), in: object)
  }

  /// The stage of a task, in free words, which older state files have in addition to the status.
  static func stage(_ status: Status, _ vocabulary: StatusVocabulary) -> String {
    switch status {
    case .researched: "research_completed"
    case .planned: "planning_completed"
    case .revised: "plan_revised"
    case .partial: "implementation_partial"
    case .completed: "implementation_completed"
    default: vocabulary.value(status)
    }
  }

  // MARK: Dates

  private static let dates: [StatusEvent] = [
    .started, .researched, .planned, .revised, .blocked, .abandoned, .completed,
  ]

  /// Writes the dates of a step. `claims` are the dates that the object has.
  func setDates(_ step: TaskStep, claims: [TimestampClaim], in changes: inout JSONChanges) {
    let dates = TaskDates(step, claims: claims, profile.vocabulary)
    var renamed: StatusEvent?
    for change in dates.changes {
      switch change {
      case .rename(let event, let other):
        renamed = event
        guard let key = key(of: event, claims), let value = object[key] else { continue }
        changes.set(other.rawValue, to: JSONDraft(copying: value), in: object, after: key)
        if !dates.sets(event) { changes.remove(key, from: object) }
      case .remove(let event):
        for claim in claims where claim.event == event { changes.remove(unquoted(claim), from: object) }
      case .set(let event):
        let text = moment.event.text(in: profile.timestamps.statusChange) ?? moment.event.shown
        let key = event == renamed ? event.rawValue : key(of: event, claims) ?? event.rawValue
        changes.set(key, to: .string(text), in: object, after: anchor(for: event, claims, dates))
      }
    }
  }

  /// The key of the date of an event: its name, or an older word for it.
  private func key(of event: StatusEvent, _ claims: [TimestampClaim]) -> String? {
    claims.first { $0.event == event }.map(unquoted)
  }

  private func unquoted(_ claim: TimestampClaim) -> String { claim.name }

  /// The key that a new date follows: the last of the earlier dates, else `created`, else the status.
  private func anchor(for event: StatusEvent, _ claims: [TimestampClaim], _ dates: TaskDates) -> String {
    for earlier in Self.dates.prefix(while: { $0 != event }).reversed() {
      if dates.sets(earlier) || dates.changes.contains(.rename(.completed, to: earlier)) {
        return earlier.rawValue
      }
      if let key = key(of: earlier, claims) { return key }
    }
    return object["created"] != nil ? "created" : "status"
  }

  /// Sets `last_updated` to the current time.
  func touch(claims: [TimestampClaim], in changes: inout JSONChanges) {
    let text = moment.change.text(in: profile.timestamps.lastUpdated) ?? moment.change.shown
    let written = claims.first { $0.place == .lastUpdated }
    if let found = written?.reading.found, moment.change.isEarlierInUTC(than: found.timestamp) { return }
    changes.set("last_updated", to: .string(text), in: object, after: anchorForLastUpdated(claims))
  }

  private func anchorForLastUpdated(_ claims: [TimestampClaim]) -> String {
    claims.last { $0.event != nil }.map(unquoted) ?? (object["created"] != nil ? "created" : "status")
  }

  // MARK: Reasons and sessions

  /// Sets the reason of a blocked or abandoned task.
  func setReason(_ reason: String, for status: Status, in changes: inout JSONChanges) {
    let key = status == .blocked ? "blocking_reason" : "abandonment_reason"
    changes.set(key, to: .string(reason), in: object, after: "last_updated")
  }

  /// Removes the reason for which the task was abandoned, because it no longer is.
  func removeAbandonmentReason(in changes: inout JSONChanges) {
    for key in TransitionRecord.abandonmentKeys where object[key] != nil { changes.remove(key, from: object) }
  }

  /// Sets a member that is a text.
  func set(_ key: String, _ text: String, in changes: inout JSONChanges) {
    changes.set(key, to: .string(text), in: object)
  }

  // MARK: Plans

  /// Writes the metadata of the plan; other members of an existing object stay.
  func setMetadata(_ metadata: PlanMetadata, in changes: inout JSONChanges) {
    let members = metadata.members
    guard !members.isEmpty else { return }
    if let known = object["plan_metadata"], known.kind == .object {
      for member in members { changes.set(member.key, to: member.value, in: known) }
    } else {
      changes.set("plan_metadata", to: .object(members), in: object, after: "plan_path")
    }
  }

  /// Appends versions of the plan.
  func addVersions(_ versions: [PlanVersion], in changes: inout JSONChanges) {
    guard !versions.isEmpty else { return }
    if let known = object["plan_versions"], known.kind == .array {
      for version in versions { changes.append(version.draft, to: known) }
    } else {
      changes.set("plan_versions", to: .array(versions.map(\.draft)), in: object, after: "plan_metadata")
    }
  }
}
