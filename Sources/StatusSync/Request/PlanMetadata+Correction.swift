import StatusModel

extension PlanMetadata {
  /// The same with the number of phases that the plan has, whatever somebody says: it can be counted.
  func corrected(by plan: Plan, _ warnings: inout [String]) -> PlanMetadata {
    var metadata = self
    let counted = PlanReader.metadata(of: plan).phaseCount
    if let phaseCount, let counted, phaseCount != counted {
      warnings.append(
        "the plan metadata has phase_count \(phaseCount), but \(plan.path) has \(counted) phases; \(counted) was recorded"
      )
    }
    metadata.phaseCount = counted ?? phaseCount
    return metadata
  }
}
