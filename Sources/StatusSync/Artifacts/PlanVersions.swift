import StatusModel
import StatusSyntax
import StatusText

/// The versions of a task's plan, and the one that a plan would be.
struct PlanVersions {
  /// A recorded version.
  private struct Known {
    let number: Int
    let path: String
  }

  private let known: [Known]
  private let workspace: Workspace
  private let subject: TaskSubject
  private let directories: [String]

  /// The versions that `entry`, the entry of the task, records.
  init(of subject: TaskSubject, _ entry: JSONValue, _ workspace: Workspace) {
    self.subject = subject
    self.workspace = workspace
    directories = subject.task.directories.map { workspace.directories[$0].path }
    let versions = entry["plan_versions"]?.elements.map { $0 } ?? []
    known = versions.compactMap { version in
      guard let number = version["version"]?.integer, let path = version["path"]?.string else { return nil }
      return Known(number: number, path: path)
    }
  }

  /// The versions to record when the plan at `path` becomes the current plan; `written` spells paths as the entry does.
  /// The error says why it cannot be that version.
  func additions(
    for path: String, _ request: UpdateRequest, at time: Timestamp, written: (String) -> String
  ) -> Result<[PlanVersion], SyncError> {
    if let same = known.last(where: { workspace.root.leads($0.path, to: path, directories: directories) }) {
      guard let asked = request.planVersion, asked != same.number else { return .success([]) }
      return .failure(.planVersion(asked, expected: same.number, for: request.origin))
    }
    var additions: [PlanVersion] = []
    let last = known.map(\.number).max() ?? 0
    var next = last == Int.max ? last : last + 1
    if known.isEmpty, let before = subject.task.currentPlan.map({ workspace.files[$0].path }), before != path,
      subject.links(before, in: workspace)
    {
      additions.append(
        PlanVersion(number: 1, path: written(before), created: nil, reason: PlanVersion.first))
      next = 2
    }
    if let asked = request.planVersion, asked != next {
      return .failure(.planVersion(asked, expected: next, for: request.origin))
    }
    let usual = next > 1 ? request.usualRevisionReason : nil
    let reason = (request.revisionReason ?? usual).map(ReasonText.normalized)
    if next > 1, reason.map(ReasonText.saysSomething) != true {
      return .failure(.revisionReason(for: request.origin))
    }
    additions.append(
      PlanVersion(number: next, path: written(path), created: time, reason: reason ?? PlanVersion.first))
    return .success(additions)
  }
}
