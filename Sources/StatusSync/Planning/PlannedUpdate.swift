import StatusText

/// An update that can be made: every file that it changes, and the effect on each task.
package struct PlannedUpdate: Sendable {
  /// A file before and after the update.
  package struct File: Sendable, Equatable {
    /// Its path from the repository root.
    package let path: String
    /// Its bytes; nil for a new file.
    package let old: [UInt8]?
    /// The edits; a single insertion for a new file.
    package let edits: EditSet
    /// Its bytes afterwards.
    package let new: [UInt8]

    /// A file with `old` bytes, which `edits` make `new`.
    package init(path: String, old: [UInt8]?, edits: EditSet, new: [UInt8]) {
      self.path = path
      self.old = old
      self.edits = edits
      self.new = new
    }
  }

  /// The change of one task; statuses are spelled as in state files.
  package struct Move: Sendable, Equatable {
    /// A phase whose status changes.
    package struct Phase: Sendable, Equatable {
      /// Its number, as in its heading.
      package let number: String
      /// Its status before; nil if it had none.
      package let old: String?
      /// Its status afterwards.
      package let new: String
    }

    /// The task's number.
    package let task: Int
    /// Its status before.
    package let old: String
    /// Its status afterwards, which may be the same.
    package let new: String
    /// The plan with these phases, from the repository root; nil without a plan.
    package let plan: String?
    /// The phases whose status changes, in the order of the plan.
    package let phases: [Phase]
  }

  /// The files that change, sorted by path.
  package let files: [File]
  /// The change of each task, in the order of the request.
  package let moves: [Move]
  /// The artifacts that were given, with their paths from the repository root.
  package let artifacts: [ArtifactClaim]
  /// Warnings for the user.
  package let warnings: [SyncMessage]
  /// Whether none of them is about a contradiction that the update leaves: then `check` finds nothing new in `files`.
  package let isClean: Bool
}
