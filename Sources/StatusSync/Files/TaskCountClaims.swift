import StatusModel
import StatusText

/// The numbers at the head of TODO.md that stay true when tasks move.
struct TaskCountClaims {
  private let claims: [TaskCountClaim]

  init(_ list: TaskList) { claims = list.countClaims }

  /// The numbers that were right before and would not be any more, with what they are then. A word that is used for
  /// two numbers keeps the meaning that it had.
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
