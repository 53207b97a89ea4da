import StatusModel
import StatusText

/// The counts at the top of TODO.md that must stay correct when tasks change.
struct TaskCountClaims {
  private let claims: [TaskCountClaim]

  init(_ list: TaskList) { claims = list.countClaims }

  /// The counts that were correct before the change and would be wrong after it, with their new values. A word that is
  /// used for two counts keeps its meaning.
  func changed(from before: TaskCounts, to after: TaskCounts) -> [(range: ByteRange, value: Int)] {
    claims.compactMap { claim in
      guard let old = before.count(of: claim), let new = after.count(of: claim), old.uncertain == 0,
        old.allows(claim.value)
      else { return nil }
      let value = claim.value == old.value ? new.value : new.other ?? new.value
      return value == claim.value ? nil : (claim.range, value)
    }
  }
}
