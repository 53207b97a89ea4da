/// When a task came to which status; in the order in which statuses follow each other, so that times ascend.
struct SyntheticHistory {
  let created: SyntheticTime
  /// The statuses that left a date, each with state.json's name of the field, ascending.
  private(set) var steps: [(field: String, time: SyntheticTime)] = []

  init(created: SyntheticTime) {
    self.created = created
    lastUpdated = created
  }

  /// Notes that `field` happened at `time`, after everything noted before.
  mutating func note(_ field: String, at time: SyntheticTime) {
    steps.append((field, time))
    touch(at: time)
  }

  /// When `field` happened, if it did.
  func time(of field: String) -> SyntheticTime? { steps.first { $0.field == field }?.time }

  /// The newest of all its times, those of the plan's phases too.
  private(set) var lastUpdated: SyntheticTime

  /// Notes that something happened at `time` that leaves no date in the task itself.
  mutating func touch(at time: SyntheticTime) { lastUpdated = max(lastUpdated, time) }
}
