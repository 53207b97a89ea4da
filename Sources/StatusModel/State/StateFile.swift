import StatusSyntax
import StatusText

/// A registry: `state.json` of the tree, or of its archive.
package struct StateFile: Sendable {
  /// Its text.
  package let source: SourceText
  /// `active_projects`, in order.
  package let entries: [StateEntry]
  /// The key `active_projects`, with its quotes; the beginning of the file where it is not there.
  package let entriesKey: ByteRange
  /// The tasks of every other list of projects: `completed_projects`, `archived_projects`, …
  package let closed: [ClosedTask]
  /// What is wrong with the lists of the file and with what is in them instead of an entry.
  package let flaws: [StateFlaw]
  /// `next_project_number`, and its digits.
  package let nextNumber: (value: Int, range: ByteRange)?
  /// Whether `vault_count` or `vault_history` says that an archive was put away and the numbers began again.
  package let recordsVault: Bool
  /// How many archives `vault_history` lists; nil without such a list.
  package let vaults: Int?
  /// The numbers that say how many tasks there are, in order.
  package let countClaims: [TaskCountClaim]
  /// The keys of the file itself that hold dates.
  package let timestamps: [TimestampClaim]

  /// The path from the repository root.
  package var path: String { source.path }
}
