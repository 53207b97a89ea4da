import StatusModel
import StatusText

/// How an update changes the number of tasks of a file by status.
struct CountChange {
  private let before: TaskCounts
  private var after: TaskCounts

  /// The change of `counts` when tasks move from one status to another.
  init(_ counts: TaskCounts, _ moves: [(from: Status?, to: Status)], _ vocabulary: StatusVocabulary) {
    before = counts
    after = counts
    for move in moves { after.move(from: move.from, to: move.to, vocabulary) }
  }

  /// What `claim` becomes; nil if it was not this file's count before. A word that is used for two counts keeps its
  /// meaning.
  func value(of claim: TaskCountClaim) -> Int? {
    guard let old = before.count(of: claim), let new = after.count(of: claim), old.uncertain == 0,
      old.allows(claim.value)
    else { return nil }
    return claim.value == old.value ? new.value : new.other ?? new.value
  }
}

extension [TaskCountClaim] {
  /// The counts that were correct before the change of one of the files, and would be wrong after it, with their new
  /// values.
  func changed(by changes: CountChange...) -> [(range: ByteRange, value: Int)] {
    compactMap { claim in
      guard let value = changes.lazy.compactMap({ $0.value(of: claim) }).first, value != claim.value else {
        return nil
      }
      return (claim.range, value)
    }
  }
}
