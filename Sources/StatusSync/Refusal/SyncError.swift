/// Why an update was not made, as a caller can act on it.
package struct SyncError: Error, Hashable, Sendable {
  /// What kind of obstacle it is; the raw value is the `type` of a return object.
  package enum Kind: String, Sendable, CaseIterable {
    /// The request is wrong, or asks for a step that is not legal.
    case validation = "validation_failed"
    /// An artifact or a plan is not there, is empty or lies outside.
    case artifact = "artifact_validation_failed"
    /// The tracking files cannot be brought in step: one is damaged, they disagree, or writing failed.
    case sync = "status_sync_failed"
    /// Somebody else changed a file meanwhile.
    case conflict
    /// Somebody else has the lock.
    case locked
    /// An interrupted commit is in the way.
    case recovery = "recovery_needed"
  }

  /// What kind of obstacle it is.
  package let kind: Kind
  /// What happened, in one line without a full stop; names the file, the phase, the old and the new status.
  package let message: SyncMessage
  /// A name for exactly this error, in capitals: `PHASE_NOT_FOUND`.
  package let code: String
  /// Whether the same request can succeed later, without a change of the request.
  package let isRecoverable: Bool
  /// What to do about it.
  package let recommendation: SyncMessage

  /// An error with all its parts.
  package init(
    _ kind: Kind, _ code: String, _ message: SyncMessage, isRecoverable: Bool = false,
    recommendation: SyncMessage
  ) {
    self.kind = kind
    self.code = code
    self.message = message
    self.isRecoverable = isRecoverable
    self.recommendation = recommendation
  }
}
