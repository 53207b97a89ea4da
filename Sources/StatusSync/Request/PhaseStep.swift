/// A requested status of a phase; nothing in it is checked yet.
package struct PhaseStep: Sendable, Equatable {
  /// The number of the phase, as given: `3`, `6A`.
  package let number: String
  /// The name of the status, as given: `completed`.
  package let status: String
  /// When it happened, as given; nil for the time of the update.
  package let timestamp: String?
  /// When the phase was started, if the caller knows.
  package let started: String?
  /// Why it is blocked or abandoned.
  package let reason: String?

  /// A step of one phase.
  package init(
    number: String, status: String, timestamp: String? = nil, started: String? = nil, reason: String? = nil
  ) {
    self.number = number
    self.status = status
    self.timestamp = timestamp
    self.started = started
    self.reason = reason
  }

  /// Reads `3=completed` or `3=completed@2025-12-28T10:00:00Z`; nil for anything else.
  package init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return nil }
    let value = parts[1].split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard let status = value.first, !status.isEmpty, value.count < 2 || !value[1].isEmpty else { return nil }
    self.init(
      number: String(parts[0]), status: String(status), timestamp: value.count == 2 ? String(value[1]) : nil)
  }
}
