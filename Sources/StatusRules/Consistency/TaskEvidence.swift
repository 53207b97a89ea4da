import StatusModel
import StatusSyntax

/// What is known of a task and may be written into a file that knows less.
struct TaskEvidence {
  /// The status.
  let status: Status
  /// When what happened.
  var dates: [StatusEvent: FoundTimestamp] = [:]
  /// Why it is blocked or abandoned.
  var reason: String?

  /// A status with nothing that speaks for it.
  init(_ status: Status) { self.status = status }

  /// What TODO.md says; nil when its status is not certain.
  init?(_ entry: TaskEntry, in list: TaskList) {
    guard let status = entry.marker?.status else { return nil }
    self.init(status)
    read(entry.timestamps)
    if status.needsReason {
      reason = StatedReason.text(
        for: status, fields: entry.fields, marker: entry.marker, body: entry.range, in: list.source)
    }
  }

  /// What the registry says, whose tree is `json`; nil when its status is not certain.
  init?(_ state: StateEntry, in json: LazyJSON) {
    guard let status = state.certainStatus else { return nil }
    self.init(status)
    read(state.timestamps + state.suffixedClaims)
    if status.needsReason, let value = json.tree.value(at: state.range) {
      reason = StatedReason.text(for: status, in: value)
    }
  }

  private mutating func read(_ claims: [TimestampClaim]) {
    for claim in claims {
      guard let event = claim.event, dates[event] == nil, let found = claim.reading.found else { continue }
      dates[event] = found
    }
  }
}
