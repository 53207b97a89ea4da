import StatusModel
import StatusText

extension PlanMetadata {
  /// The same metadata with the number of phases that the plan has, because they can be counted.
  func corrected(by plan: Plan, _ warnings: inout [SyncMessage]) -> PlanMetadata {
    var metadata = self
    let counted = PlanReader.metadata(of: plan).phaseCount
    if let phaseCount, let counted, phaseCount != counted {
      warnings.append(
        "the plan metadata has phase_count \(phaseCount), but \(path: plan.path) has \(Counted(counted, "phase")); \(counted) was recorded"
      )
    }
    metadata.phaseCount = counted ?? phaseCount
    return metadata
  }
}
