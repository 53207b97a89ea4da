/// A plan that comes into force, or of which more is known than before.
struct PlanChange {
  /// Its path from the repository root.
  let path: String
  /// What is known of it.
  let metadata: PlanMetadata
  /// The versions to be recorded; empty where all are.
  let versions: [PlanVersion]

  /// Whether it follows another plan.
  var isRevision: Bool { versions.contains { $0.number > 1 } }
}
