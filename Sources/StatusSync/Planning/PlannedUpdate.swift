import StatusText

/// An update that can be made: every file that it changes, and what it does.
package struct PlannedUpdate: Sendable {
  /// A file as it is and as it will be.
  package struct File: Sendable, Equatable {
    /// Its path from the repository root.
    package let path: String
    /// Its bytes; nil for one that is made.
    package let old: [UInt8]?
    /// What changes in them; one insertion in a file that is made.
    package let edits: EditSet
    /// Its bytes afterwards.
    package let new: [UInt8]
  }

  /// What becomes of one task; statuses as state files spell them.
  package struct Move: Sendable, Equatable {
    /// A phase that gets another status.
    package struct Phase: Sendable, Equatable {
      /// Its number as its heading has it.
      package let number: String
      /// Its status before; nil where it had none.
      package let old: String?
      /// Its status afterwards.
      package let new: String
    }

    /// The task's number.
    package let task: Int
    /// Its status before.
    package let old: String
    /// Its status afterwards; the same where it stays.
    package let new: String
    /// The plan whose phases these are, from the repository root; nil without one.
    package let plan: String?
    /// The phases that get another status, in the order of the plan.
    package let phases: [Phase]
  }

  /// The files that change, sorted by path.
  package let files: [File]
  /// What becomes of each task, in the order of the request.
  package let moves: [Move]
  /// The artifacts that were given, with their paths from the repository root.
  package let artifacts: [ArtifactClaim]
  /// What a person should know, and what was not refused for it.
  package let warnings: [SyncMessage]
}
