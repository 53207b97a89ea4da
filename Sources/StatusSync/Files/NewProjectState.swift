import StatusEditing
import StatusModel
import StatusSyntax
import StatusText

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
    var members: [JSONDraft.Member] = [
      .init("project_name", .string(entry["project_name"]?.string ?? Self.name(of: directory))),
      .init("project_number", .integer(subject.number)),
    ]
    if let type = (entry["type"] ?? entry["task_type"])?.string {
      members.append(.init("type", .string(type)))
    }
    members.append(.init("phase", .string(TaskStateLayout.stage(step.new, profile.vocabulary))))
    members.append(.init("status", .string(TaskStateLayout.ownStatus(step.new, written: nil, profile))))
    for (key, kind) in ProjectStateEditor.lists {
      let new = artifacts.filter { $0.kind == kind }.map {
        ProjectStateEditor.relative($0.path, to: directory)
      }
      let plans =
        kind == .plan
        ? [plan].compactMap { $0?.path }.map { ProjectStateEditor.relative($0, to: directory) } : []
      members.append(.init(key, .array(Self.unique(known(kind) + new + plans).map { .string($0) })))
    }
    if let draft = self.metadata(plan?.metadata ?? metadata) { members.append(.init("plan_metadata", draft)) }
    if let draft = versions(plan) { members.append(.init("plan_versions", draft)) }
    for record in records { members.append(.init(record.key, .array([record.draft]))) }
    members.append(.init("created", .string(created)))
    members.append(
      .init(
        "last_updated", .string(moment.change.shown(in: profile.timestamps.lastUpdated))
      ))
    return Self.text(members)
  }

  private static func unique(_ paths: [String]) -> [String] {
    var seen: Set<String> = []
    return paths.filter { seen.insert($0).inserted }
  }

  private static func name(of directory: String) -> String {
    let name = directory.split(separator: "/").last.map(String.init) ?? directory
    return ProjectDirectory.parse(name)?.slug ?? name
  }

  /// The files of the task in the directory of that kind that TODO.md and state.json link and that exist.
  private func known(_ kind: ArtifactClaim.Kind) -> [String] {
    let place = kind == .report ? "reports/" : kind == .plan ? "plans/" : "summaries/"
    return links.compactMap { link in
      guard link.task == subject.number, case .file(let path, let size) = link.target, size > 0 else {
        return nil
      }
      let own = ProjectStateEditor.relative(path, to: directory)
      return own.hasPrefix(place) ? own : nil
    }
  }

  private func metadata(_ new: PlanMetadata?) -> JSONDraft? {
    let known = entry["plan_metadata"].flatMap { try? PlanMetadata($0) } ?? PlanMetadata()
    let members = PlanMetadata(
      phaseCount: new?.phaseCount ?? known.phaseCount,
      estimatedHours: new?.estimatedHours ?? known.estimatedHours,
      complexity: new?.complexity ?? known.complexity
    ).members
    return members.isEmpty ? nil : .object(members)
  }

  private func versions(_ plan: PlanChange?) -> JSONDraft? {
    let recorded = entry["plan_versions"]?.elements.map { $0 } ?? []
    // Without the versions whose files are gone, the history would have a gap; with them, dead links.
    guard recorded.allSatisfy({ $0["path"].map(leadsToFile) ?? true }) else { return nil }
    let known = recorded.map { version -> JSONDraft in
      .object(
        version.members.map { member in
          guard member.keyEquals("path"), let path = member.string else {
            return JSONDraft.Member(member.key, JSONDraft(copying: member))
          }
          return JSONDraft.Member("path", .string(ProjectStateEditor.relative(path, to: directory)))
        })
    }
    let all = known + (plan?.versions ?? []).map { $0.relative(to: directory).draft }
    return all.isEmpty ? nil : .array(all)
  }

  /// Whether the link in `path`, of the entry, leads to a file.
  private func leadsToFile(_ path: JSONValue) -> Bool {
    links.contains { link in
      guard case .file = link.target else { return false }
      return link.file == path.tree.source.path && path.range.contains(link.range)
    }
  }

  /// When the task was created, if state.json has a full timestamp; otherwise the current time.
  private var created: String {
    let claim = subject.state.timestamps.first { $0.place == .record && $0.name == "created" }
    return claim?.reading.found?.text(in: .full) ?? moment.now.shown
  }

  private static func text(_ members: [JSONDraft.Member]) -> [UInt8] {
    let empty = JSONTree(SourceText("{}\n"))
    var changes = JSONChanges(empty)
    if let root = empty.root {
      for member in members { changes.set(member.key, to: member.value, in: root) }
    }
    return changes.edits.flatMap { EditSet($0)?.applied(to: empty.source.bytes) } ?? []
  }
}
