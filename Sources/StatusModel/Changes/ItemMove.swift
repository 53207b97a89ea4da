import StatusText

/// What a file said about a task or a phase before a change, and what it says after it.
package struct ItemMove: Sendable {
  /// The task or phase.
  package let item: ItemClaim.Item
  /// The number of the task, or of the task that the plan belongs to.
  package let task: Int?
  /// What the file said.
  package let before: ItemClaim
  /// What it says.
  package let after: ItemClaim
  /// The file before the change, which may have had another path.
  package let formerFile: TrackedFile
  /// The file after it.
  package let file: TrackedFile

  /// The phase, if it is one.
  package var phase: String? {
    if case .phase(let label) = item { label } else { nil }
  }

  /// Where the status is now.
  package var place: ByteRange { after.place }
}
