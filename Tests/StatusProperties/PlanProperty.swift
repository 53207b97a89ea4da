import StatusEngine
import StatusModel
import StatusRules

/// What holds for the safe fixes of a tree with any bytes as its plan: they come to an end, bring no finding, and take
/// no status back.
enum PlanProperty {
  /// The first thing that does not hold for `bytes`; nil if all of it holds.
  static func violation(_ bytes: [UInt8]) -> String? {
    for profile in [Profile.opencode, .claude] {
      if let fault = violation(bytes, profile) { return "\(profile.name): \(fault)" }
    }
    return nil
  }

  private static func violation(_ bytes: [UInt8], _ profile: Profile) -> String? {
    do {
      let tree = try PlanTree.inspection(plan: bytes, profile)
      let fixed = try tree.fixed(allowsUnsafe: false).tree
      if fixed.findings.count > tree.findings.count {
        return "\(tree.findings.map(\.rule)) become \(fixed.findings.map(\.rule))"
      }
      let again = try PlanTree.again(fixed).fixed(allowsUnsafe: false)
      if !again.files.isEmpty { return "a second fix changes \(again.files.map(\.path))" }
      return statusViolation(PlanTree.plan(of: tree), PlanTree.plan(of: fixed))
    } catch {
      return "\(error)"
    }
  }

  /// A fix may drop one of several equal statuses. A plan's own status may also follow its phases, but not from an end.
  private static func statusViolation(_ old: Plan?, _ new: Plan?) -> String? {
    guard let old, let new else { return old == nil ? nil : "the plan is lost" }
    let ends: Set<Status> = [.completed, .abandoned, .expanded, .prReady]
    let own = Set(old.statusMarkers.compactMap(\.status))
    if !ends.isDisjoint(with: own), own != Set(new.statusMarkers.compactMap(\.status)) {
      return "the plan's status was taken back"
    }
    if old.phases.count != new.phases.count { return "the plan has other phases" }
    for (old, new) in zip(old.phases, new.phases) {
      let statuses = Set(old.markers.compactMap(\.status))
      if !statuses.isEmpty, statuses != Set(new.markers.compactMap(\.status)) {
        return "phase \(old.number.label) has another status"
      }
    }
    return nil
  }
}
