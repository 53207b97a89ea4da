/// A phase of a synthetic plan.
struct SyntheticPhase {
  let number: Int
  let title: String
  let status: SyntheticStatus
  let hours: Int
  /// When it began; nil for one that has not.
  let started: SyntheticTime?
  /// When it came to the status it has, if that is an end or a halt.
  let ended: SyntheticTime?
  /// Why it is blocked or abandoned.
  let reason: String?
}
