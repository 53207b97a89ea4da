import StatusClaims
import StatusDiagnostics
import StatusModel
import StatusSyntax
import StatusText

/// What cc-sdd keeps about a spec in spec.json: its phase, approvals, times and name.
struct KiroSettings {
  private let spec: KiroSpec
  private let file: PlanFile
  private let tree: PlanTree

  init?(_ spec: KiroSpec, in tree: PlanTree) {
    guard let file = spec.settings else { return nil }
    self.spec = spec
    self.file = file
    self.tree = tree
  }

  func check(into findings: inout ClaimFindings) {
    guard let root = file.json else {
      findings.report(
        "invalid-json", .error, spec.subject, "the file cannot be read as JSON", at: file.start,
        help: "correct the JSON")
      return
    }
    checkTimes(root, into: &findings)
    checkName(root, into: &findings)
    checkPhase(root, into: &findings)
    checkApprovals(root, into: &findings)
  }

  // MARK: Times and names

  private func checkTimes(_ root: JSONValue, into findings: inout ClaimFindings) {
    let created = time("created", root, into: &findings)
    let updated = time("updated", root, into: &findings)
    guard let created, let updated, updated.time.isBefore(created.time) else { return }
    findings.report(
      "timestamp-order", .warning, spec.subject,
      "the spec was updated at \(updated.text), before it was created at \(created.text)",
      at: file.location(updated.value.range),
      claims: [Claim(file.location(created.value.range), "it was created here")])
  }

  private func time(
    _ name: String, _ root: JSONValue, into findings: inout ClaimFindings
  ) -> (time: Timestamp, text: String, value: JSONValue)? {
    guard let value = root["\(name)_at"] ?? root["\(name)At"], let text = value.string, !text.isEmpty else {
      return nil
    }
    guard let time = Timestamp.read(text).found?.timestamp else {
      findings.report(
        "invalid-timestamp", .error, "\(spec.subject), \(name)",
        "\(value.key) is \"\(text)\", which is not a time", at: file.location(value.range),
        help: "write it as 2026-01-31T12:00:00Z")
      return nil
    }
    if let now = Timestamp(secondsSince1970: tree.now + 86_400), now.isBefore(time) {
      findings.report(
        "future-timestamp", .error, "\(spec.subject), \(name)",
        "\(value.key) is \(text), which is in the future", at: file.location(value.range))
    }
    return (time, text, value)
  }

  /// A name that is one of a directory has to be that of this one.
  private func checkName(_ root: JSONValue, into findings: inout ClaimFindings) {
    guard let value = root["feature_name"] ?? root["name"], let name = value.string, name != spec.name,
      !name.isEmpty,
      name.utf8.allSatisfy({
        ASCII.isDigit($0) || ASCII.isLetter($0) && $0 & 0x20 != 0 || ASCII.isOne($0, of: "-_")
      })
    else { return }
    findings.report(
      "name-mismatch", .warning, spec.subject,
      "\(value.key) is \"\(name)\", but the directory is \"\(spec.name)\"",
      at: file.location(value.range), help: "correct the one that is wrong")
  }

  // MARK: Phase

  /// The phases of a spec that is finished.
  static let donePhases: Set = [
    "implemented", "implementation-complete", "implementation-completed", "complete", "completed", "done",
    "validated",
    "inspection-complete", "deploy-complete", "deployed",
  ]
  /// The phases before the tasks are made, and what each has made.
  static let artifacts = ["requirements-generated": 1, "design-generated": 2, "tasks-generated": 3]

  private func checkPhase(_ root: JSONValue, into findings: inout ClaimFindings) {
    guard let value = root["phase"], let phase = value.string else { return }
    let location = file.location(value.range)
    if Self.donePhases.contains(phase) {
      if let ready = root["ready_for_implementation"], ready.bool == false {
        findings.report(
          "status-mismatch", .warning, "\(spec.subject), ready_for_implementation",
          "ready_for_implementation is false, but the phase is \"\(phase)\"", at: file.location(ready.range),
          claims: [Claim(location, "the phase is here")],
          fix: Fix(.unsafe, "replace with true", at: file.location(ready.range), with: "true"))
      }
      guard let list = spec.tasks?.list, list.isComplete, let rules = spec.rules,
        let first = list.missing.first
      else { return }
      let missing = list.missing
      findings.report(
        "unchecked-work", .warning, spec.subject, .openWork(phase, missing.count, of: list.boxes.count),
        at: location,
        claims: rules.claims(missing.count > 20 ? [first] : missing),
        help: "tick what is done, or change the phase")
    } else if phase == "initialized" || Self.artifacts[phase] != nil, let list = spec.tasks?.list, list.isDone
    {
      let count = list.boxes.count { $0.isDone }
      findings.report(
        "status-mismatch", phase == "tasks-generated" ? .info : .warning, "\(spec.subject), phase",
        .allDone(phase, count), at: location,
        claims: [Claim(list.location(list.boxes[0]), "the first of \(Counted(count, "ticked task"))")],
        fix: Fix(.unsafe, "replace with \"implemented\"", at: location, with: "\"implemented\""))
    }
  }

  // MARK: Approvals

  private func checkApprovals(_ root: JSONValue, into findings: inout ClaimFindings) {
    let phase = root["phase"]
    let made = phase?.string.map { Self.donePhases.contains($0) ? 3 : Self.artifacts[$0] ?? 0 } ?? 0
    for (index, name) in ["requirements", "design", "tasks"].enumerated() {
      let approval = root["approvals"]?[name]
      let generated = approval?["generated"]
      if let approval, let generated, generated.bool == false, approval["approved"]?.bool == true {
        findings.report(
          "status-mismatch", .warning, "\(spec.subject), \(name)", "\(name) is approved, but not generated",
          at: file.location(approval.keyRange),
          claims: [Claim(file.location(generated.range), "it is not generated here")],
          fix: Fix(.unsafe, "replace with true", at: file.location(generated.range), with: "true"))
      }
      let isMade = generated?.bool == true || index < made
      let isThere =
        tree.holds("\(spec.path)/\(name).md") || index == 0 && tree.holds("\(spec.path)/bugfix.md")
      if isMade, !isThere, let place = approval?.keyRange ?? phase?.range {
        findings.report(
          "missing-artifact", .warning, "\(spec.subject), \(name)",
          .notThere(name, generated?.bool == true ? nil : phase?.string),
          at: file.location(place), missingFrom: [tree.whole("\(spec.path)/\(name).md")])
      }
    }
    checkBegun(root, into: &findings)
  }

  /// Tasks that were begun before anybody approved them.
  private func checkBegun(_ root: JSONValue, into findings: inout ClaimFindings) {
    guard let approval = root["approvals"]?["tasks"], let approved = approval["approved"],
      approved.bool == false,
      let list = spec.tasks?.list, let first = list.boxes.first(where: { $0.isDone || $0.state == .active })
    else { return }
    let count = list.boxes.count { $0.isDone || $0.state == .active }
    findings.report(
      "status-mismatch", .warning, "\(spec.subject), approval of tasks",
      "the tasks are not approved, but \(count) of \(list.boxes.count) \(count == 1 ? "is" : "are") begun or done",
      at: file.location(approval.keyRange), claims: [Claim(list.location(first), "the first of them")],
      fix: Fix(.unsafe, "replace with true", at: file.location(approved.range), with: "true"))
  }
}

extension String {
  fileprivate static func notThere(_ name: String, _ phase: String?) -> String {
    (phase.map { "the phase is \"\($0)\"" } ?? "\(name) is generated") + ", but \(name).md does not exist"
  }
  fileprivate static func openWork(_ phase: String, _ open: Int, of count: Int) -> String {
    "the phase is \"\(phase)\", but \(open) of \(Counted(count, "task")) \(open == 1 ? "is" : "are") open"
  }
  fileprivate static func allDone(_ phase: String, _ count: Int) -> String {
    "the phase is \"\(phase)\", but "
      + (count == 1 ? "the only task is ticked" : "all \(count) tasks are ticked")
  }
}
