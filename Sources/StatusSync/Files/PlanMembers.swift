import StatusSyntax

/// The members of a task's object that tell of its plan, in the registry and in a project state alike.
struct PlanMembers {
  private let object: JSONValue

  init(of object: JSONValue) { self.object = object }

  /// Writes the metadata of the plan; other members of an existing object stay.
  func setMetadata(_ metadata: PlanMetadata, in changes: inout JSONChanges) {
    let members = metadata.members
    guard !members.isEmpty else { return }
    if let known = object["plan_metadata"], known.kind == .object {
      for member in members { changes.set(member.key, to: member.value, in: known) }
    } else {
      changes.set("plan_metadata", to: .object(members), in: object, after: "plan_path")
    }
  }

  /// Appends versions of the plan.
  func addVersions(_ versions: [PlanVersion], in changes: inout JSONChanges) {
    guard !versions.isEmpty else { return }
    if let known = object["plan_versions"], known.kind == .array {
      for version in versions { changes.append(version.draft, to: known) }
    } else if versions.first?.number == 1 {
      // A history without its beginning would have a gap.
      changes.set("plan_versions", to: .array(versions.map(\.draft)), in: object, after: "plan_metadata")
    }
  }
}
