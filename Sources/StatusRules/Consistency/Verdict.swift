import StatusModel

/// Which of two claims about a task is right, and what decided: the policy of every fix that needs a winner.
struct Verdict {
  /// The claim to follow.
  let winner: StatusClaim
  /// Why, for people.
  let reason: String

  /// Decides between two claims that differ: by their dates, else by which status is further along on a legal path,
  /// else by the profile's order of trust.
  init(_ first: StatusClaim, _ second: StatusClaim, _ profile: Profile) {
    if let (winner, reason) = Self.byDate(first, second) ?? Self.byPath(first, second, profile) {
      self.winner = winner
      self.reason = reason
      return
    }
    let order = profile.authority
    func rank(_ claim: StatusClaim) -> Int { claim.authority.flatMap(order.firstIndex) ?? order.count }
    let loser: StatusClaim
    (winner, loser) = rank(first) <= rank(second) ? (first, second) : (second, first)
    reason =
      loser.authority == nil
      ? "\(winner.fileName) is trusted more than the project state"
      : "\(winner.fileName) is the file that profile \(profile.name) trusts first"
  }

  private static func byDate(_ first: StatusClaim, _ second: StatusClaim) -> (StatusClaim, String)? {
    let dates = (first.backing?.reading.found?.timestamp, second.backing?.reading.found?.timestamp)
    switch dates {
    case (.some, nil): return (first, backedAlone(first))
    case (nil, .some): return (second, backedAlone(second))
    case (let one?, let other?):
      if one.isBefore(other) { return (second, later(second)) }
      if other.isBefore(one) { return (first, later(first)) }
      return nil
    case (nil, nil): return nil
    }
  }

  private static func byPath(_ first: StatusClaim, _ second: StatusClaim, _ profile: Profile) -> (
    StatusClaim, String
  )? {
    let table = profile.taskTransitions
    let there = table.hasPath(from: first.status, to: second.status, in: profile.vocabulary)
    let back = table.hasPath(from: second.status, to: first.status, in: profile.vocabulary)
    guard there != back else { return nil }
    let winner = there ? second : first
    let loser = there ? first : second
    return (
      winner,
      "\(profile.vocabulary.word(winner.status)) is further along than \(profile.vocabulary.word(loser.status))"
    )
  }

  private static func backedAlone(_ claim: StatusClaim) -> String {
    "\(claim.fileName) has a date for its status (\(dated(claim))), and the other file has none"
  }

  private static func later(_ claim: StatusClaim) -> String {
    "the date in \(claim.fileName) is later (\(dated(claim)))"
  }

  private static func dated(_ claim: StatusClaim) -> String {
    guard let backing = claim.backing else { return "" }
    return "\(backing.name) \(claim.source.text(backing.valueRange))"
  }
}
