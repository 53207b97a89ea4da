import StatusEditing
import StatusModel
import StatusText

/// Turns decisions into edits of the files of a tree.
struct TreeEditor {
  private let workspace: Workspace
  private let moment: SyncMoment
  private let request: UpdateRequest
  private var list: TaskListEditor
  private var registry: RegistryEditor
  private var files: [PlannedUpdate.File] = []
  private(set) var errors: [SyncError] = []

  init(
    _ workspace: Workspace, _ moment: SyncMoment, _ request: UpdateRequest, _ list: TaskListEditor,
    _ registry: RegistryEditor
  ) {
    self.workspace = workspace
    self.moment = moment
    self.request = request
    self.list = list
    self.registry = registry
  }

  /// Applies the decision about one task.
  mutating func make(_ decision: TaskDecision) {
    let subject = decision.subject
    let directories = subject.task.directories.map { workspace.directories[$0].path }
    if decision.step.moves {
      let change = change(decision)
      list.make(change, of: subject.entry)
      registry.make(change, of: subject.state)
    }
    registry.add(decision.artifacts, to: subject.state, directories: directories)
    for artifact in decision.artifacts {
      list.link(artifact.path, artifact.kind, of: subject.entry, directories: directories)
    }
    if let plan = decision.plan {
      list.setPlan(plan.path, of: subject.entry, directories: directories)
      registry.setPlan(plan, of: subject.state)
    }
    if let metadata = decision.metadata { registry.setMetadata(metadata, of: subject.state) }
    if let session = request.session {
      registry.setSession(session, of: subject.state, claims: request.origin == .begin)
    } else if decision.step.moves, Workflow.isActive(decision.step.new) {
      // The recorded session began another workflow, not this one.
      registry.removeSession(of: subject.state)
    }
    // Only the registry records the session.
    if request.asksForNoChange { return }
    if decision.step.moves, decision.step.new == .completed, let summary = request.completionSummary {
      registry.setCompletion(ReasonText.normalized(summary), of: subject.state)
    }
    registry.touch(subject.state)
    makePlan(decision)
    makeProjectState(decision)
  }

  private func change(_ decision: TaskDecision) -> TaskChange {
    decision.step.change(
      at: moment.event, started: decision.subject.started(workspace.profile), reason: decision.reason,
      workspace.profile.vocabulary)
  }

  /// All files, after every decision was applied.
  mutating func finish(_ decisions: [TaskDecision]) -> [PlannedUpdate.File] {
    if !request.asksForNoChange {
      let vocabulary = workspace.profile.vocabulary
      let listed = CountChange(
        TaskCounts(list.list, vocabulary), decisions.map { ($0.subject.entry.marker?.status, $0.step.new) },
        vocabulary)
      let registered = CountChange(
        TaskCounts(registry.registry, vocabulary),
        decisions.map { ($0.subject.state.certainStatus, $0.step.new) }, vocabulary)
      list.follow(listed)
      registry.follow(registered, listed)
    }
    add(list.list.source, list.edits)
    add(registry.registry.source, registry.edits)
    return files.sorted { $0.path < $1.path }
  }

  private mutating func add(_ source: SourceText, _ edits: [TextEdit]?) {
    if edits?.isEmpty ?? false { return }
    guard let edits, let set = EditSet(edits), let new = set.applied(to: source.bytes) else {
      errors.append(
        .unusable(source.path, "the place to change is ambiguous"))
      return
    }
    if let fault = HiddenText.fault(of: edits, in: workspace.file(at: source.path)) {
      errors.append(fault)
      return
    }
    files.append(PlannedUpdate.File(path: source.path, old: source.bytes, edits: set, new: new))
  }

  // MARK: The plan

  private mutating func makePlan(_ decision: TaskDecision) {
    guard let plan = decision.planFile else { return }
    var editor = PlanEditor(plan, workspace.profile)
    for change in decision.phases { editor.make(change) }
    if let status = decision.planStatus { editor.setStatus(status) }
    add(plan.source, editor.edits)
  }

  // MARK: The project state

  private mutating func makeProjectState(_ decision: TaskDecision) {
    if let (file, directory) = projectState(of: decision.subject) {
      return editProjectState(file, in: directory, decision)
    }
    let subject = decision.subject
    let hasArtifacts =
      !decision.artifacts.isEmpty || !subject.state.links.isEmpty || !subject.entry.links.isEmpty
    guard workspace.profile.states.hasProjectStates && hasArtifacts || !decision.records.isEmpty else {
      return
    }
    guard let directory = directory(for: subject), let entry = registry.object(subject.state) else { return }
    let state = NewProjectState(
      subject: subject, entry: entry, directory: directory, profile: workspace.profile, moment: moment,
      links: workspace.links)
    let bytes = state.bytes(
      decision.step, artifacts: decision.artifacts, plan: decision.plan, metadata: decision.metadata,
      records: decision.records)
    let edits = EditSet([TextEdit(.zero, replacement: bytes)]) ?? EditSet()
    files.append(
      PlannedUpdate.File(path: "\(directory)/\(SpecsRoot.stateName)", old: nil, edits: edits, new: bytes))
  }

  /// The project state. Archived tasks are history and are not changed.
  private func projectState(of subject: TaskSubject) -> (file: TrackedFile, directory: String)? {
    for index in subject.task.directories where !workspace.directories[index].isArchived {
      let directory = workspace.directories[index]
      if let file = workspace.projectState(in: directory) { return (file, directory.path) }
    }
    return nil
  }

  private mutating func editProjectState(_ file: TrackedFile, in directory: String, _ decision: TaskDecision)
  {
    if let fault = TaskLocator.fault(file) {
      errors.append(fault)
      return
    }
    if let number = file.projectState?.number, number != decision.subject.number {
      errors.append(.foreignState(file.path, decision.subject.number, String(number)))
      return
    }
    guard var editor = ProjectStateEditor(file, in: directory, workspace.profile, moment) else { return }
    editor.make(change(decision))
    editor.add(decision.artifacts)
    if let plan = decision.plan { editor.setPlan(plan) }
    if let metadata = decision.metadata {
      editor.setPlan(PlanChange(path: "", metadata: metadata, versions: []))
    }
    for record in decision.records { editor.add(record) }
    editor.touch()
    add(file.source, editor.edits)
  }

  /// The directory of the task, from the repository root: the existing one, or one from its number and name.
  private mutating func directory(for subject: TaskSubject) -> String? {
    let own = subject.task.directories.first { !workspace.directories[$0].isArchived }
    if let own { return workspace.directories[own].path }
    let name = workspace.profile.directoryName(subject.number, slug: subject.state.name ?? "")
    let isPlain = name.utf8.allSatisfy { ASCII.isAlphanumeric($0) || $0 == 0x5F || $0 == 0x2D }
    guard isPlain, ProjectDirectory.parse(name)?.number == subject.number, name.utf8.count < 200 else {
      errors.append(
        .noDirectory(
          subject.number, "its project_name, \"\(subject.state.name ?? "")\", is not a valid directory name"))
      return nil
    }
    return workspace.root.path(name)
  }
}
