import StatusModel
import StatusText

extension Phase {
  /// Whether it may have `status` without a finding of missing-reason: the status needs no reason, or there is one after
  /// its date.
  func mayHave(_ status: Status, in source: SourceText) -> Bool {
    guard let reason = HaltReason(for: status) else { return true }
    return timestamps.contains { claim in
      guard claim.event == reason.event, let found = claim.reading.found else { return false }
      return StatedReason.says(found.trailing, in: source)
    }
  }
}
