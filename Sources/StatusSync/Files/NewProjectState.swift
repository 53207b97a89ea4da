import StatusEditing
import StatusModel
import StatusSyntax

/// A new project state, with everything that is known about the task.
struct NewProjectState {
  let subject: TaskSubject
  /// The object of the task in state.json.
  let entry: JSONValue
  /// The task's directory, from the repository root.
  let directory: String
  let profile: Profile
  let moment: SyncMoment
  /// The links of the tree, with their targets.
  let links: [ArtifactLink]

  /// Its bytes after `step`, with the new artifacts and the new plan.
  func bytes(
    _ step: TaskStep, artifacts: [CheckedArtifact], plan: PlanChange?, metadata: PlanMetadata?,
    records: [TransitionRecord]
  ) -> [UInt8] {
    var draft = ProjectStateDraft(of: subject.number, entry: entry, in: directory, status: step.new, profile)
    draft.add(links)
    for (key, kind) in ProjectStateEditor.lists {
      for artifact in artifacts where artifact.kind == kind {
        draft.add(ProjectStateDraft.relative(artifact.path, to: directory), to: key)
      }
    }
    if let path = plan?.path { draft.add(ProjectStateDraft.relative(path, to: directory), to: "plans") }
    draft.metadata = self.metadata(plan?.metadata ?? metadata)
    draft.versions =
      draft.recordedVersions(leading: links) + (plan?.versions ?? []).map { $0.relative(to: directory).draft }
    draft.records = records.map { .init($0.key, .array([$0.draft])) }
    return draft.bytes(
      updated: moment.change, now: moment.now,
      created: subject.state.timestamps.first { $0.place == .record && $0.name == "created" })
  }

  private func metadata(_ new: PlanMetadata?) -> [JSONDraft.Member] {
    let known = entry["plan_metadata"].flatMap { try? PlanMetadata($0) } ?? PlanMetadata()
    return PlanMetadata(
      phaseCount: new?.phaseCount ?? known.phaseCount,
      estimatedHours: new?.estimatedHours ?? known.estimatedHours,
      complexity: new?.complexity ?? known.complexity
    ).members
  }
}
