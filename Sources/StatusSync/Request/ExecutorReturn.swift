import StatusSyntax
import StatusText

/// The object that an executor returns when its workflow has ended (schemas/executor-return.schema.json).
package struct ExecutorReturn: Sendable {
  /// How it ended.
  package enum Outcome: String, Sendable, CaseIterable {
    case completed, partial, failed, blocked
  }

  /// An error that the executor reports.
  package struct Failure: Sendable, Equatable {
    /// The event.
    package let message: String
    /// Whether another attempt may succeed; nil if unknown.
    package let isRecoverable: Bool?
  }

  /// How it ended.
  package let outcome: Outcome
  /// What was done, in a few words.
  package let summary: String?
  /// Why it could not continue.
  package let reason: String?
  /// The files that it wrote.
  package let artifacts: [ArtifactClaim]
  /// The new statuses of phases; nil if missing.
  package let phases: [PhaseStep]?
  /// What went wrong.
  package let failures: [Failure]
  /// The metadata of the plan that it wrote.
  package let planMetadata: PlanMetadata?
  /// The version of that plan.
  package let planVersion: Int?
  /// The reason for the new version.
  package let revisionReason: String?
  /// The session that it ran in.
  package let session: String?

  /// Reads a return object, or finds all its errors. Unknown members are ignored.
  package static func read(_ tree: JSONTree) -> Result<ExecutorReturn, SyncErrors> {
    if let error = tree.error {
      let place = LineIndex(tree.source).position(at: error.offset)
      return .failure(
        SyncErrors([
          .malformedReturn("it is not JSON: line \(place.line), column \(place.column): \(error.message)")
        ]))
    }
    let duplicates = InputFault.duplicates(in: tree)
    guard duplicates.isEmpty else {
      return .failure(SyncErrors(duplicates.map { .malformedReturn($0.text) }))
    }
    guard let root = tree.root, root.kind == .object else {
      return .failure(SyncErrors([.malformedReturn("it is not an object")]))
    }
    var reader = ExecutorReturnReader(root)
    let value = ExecutorReturn(&reader)
    if let value, reader.errors.isEmpty { return .success(value) }
    return .failure(SyncErrors(reader.errors))
  }

  private init?(_ reader: inout ExecutorReturnReader) {
    let status = reader.outcome()
    summary = reader.text("summary")
    reason = reader.text("reason")
    artifacts = reader.artifacts()
    phases = reader.phases()
    failures = reader.failures()
    planMetadata = reader.planMetadata()
    planVersion = reader.version()
    revisionReason = reader.text("revision_reason")
    session = reader.session()
    guard let status else { return nil }
    outcome = status
  }
}
