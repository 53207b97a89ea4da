/// A plan that becomes the current plan, or the current plan with new metadata.
struct PlanChange {
  /// Its path from the repository root.
  let path: String
  /// Its metadata.
  let metadata: PlanMetadata
  /// The versions to record; empty if all are recorded.
  let versions: [PlanVersion]

  /// Whether it follows another plan.
  var isRevision: Bool { versions.contains { $0.number > 1 } }
}
