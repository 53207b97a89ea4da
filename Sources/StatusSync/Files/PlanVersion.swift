import StatusEditing
import StatusModel
import StatusSyntax

/// One version of a task's plan, as `plan_versions` records it.
struct PlanVersion {
  /// Its number, from 1.
  let number: Int
  /// Its path, as the state file writes paths.
  let path: String
  /// When it was recorded; nil if it existed before versions were recorded.
  let created: Timestamp?
  /// The reason for this version.
  let reason: String

  /// The reason for a first version.
  static let first = "Initial implementation plan"

  /// The same, with its path from the task's directory.
  func relative(to directory: String) -> PlanVersion {
    PlanVersion(
      number: number, path: ProjectStateDraft.relative(path, to: directory), created: created, reason: reason)
  }

  /// The JSON object.
  var draft: JSONDraft {
    var members: [JSONDraft.Member] = [.init("version", .integer(number)), .init("path", .string(path))]
    if let created { members.append(.init("created", .string(created.shown))) }
    members.append(.init("reason", .string(reason)))
    return .object(members)
  }
}

extension PlanMetadata {
  /// The known members, in the order of the standard.
  var members: [JSONDraft.Member] {
    var members: [JSONDraft.Member] = []
    if let phaseCount { members.append(.init("phase_count", .integer(phaseCount))) }
    if let estimatedHours { members.append(.init("estimated_hours", .spelledNumber(estimatedHours))) }
    if let complexity { members.append(.init("complexity", .string(complexity))) }
    return members
  }
}
