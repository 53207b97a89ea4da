/// The reason why an update was refused, in a form that a caller can act on.
package struct SyncError: Error, Hashable, Sendable {
  /// The kind of error; the raw value is the `type` of a return object.
  package enum Kind: String, Sendable, CaseIterable {
    /// The request is wrong, or asks for an illegal transition.
    case validation = "validation_failed"
    /// An artifact or a plan does not exist, is empty, or is outside the repository.
    case artifact = "artifact_validation_failed"
    /// The tracking files cannot be updated: one is damaged, they disagree, or writing failed.
    case sync = "status_sync_failed"
    /// Another program changed a file in the meantime.
    case conflict
    /// Another process has the lock.
    case locked
    /// An interrupted commit must be recovered first.
    case recovery = "recovery_needed"
  }

  /// The kind of error.
  package let kind: Kind
  /// What happened, in one line without a full stop; names the file, the phase, the old and the new status.
  package let message: SyncMessage
  /// The error code, in capitals: `PHASE_NOT_FOUND`.
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
