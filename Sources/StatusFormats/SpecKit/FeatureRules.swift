import StatusClaims
import StatusDiagnostics
import StatusText

/// What is judged of a feature but for its tasks: its fields, and whether its plan was written.
struct FeatureRules {
  private let feature: Feature
  private let tree: PlanTree

  init(_ feature: Feature, in tree: PlanTree) {
    self.feature = feature
    self.tree = tree
  }

  func check(into findings: inout ClaimFindings) {
    let specFields = feature.spec.map { HeadField.all(in: $0) } ?? []
    let planFields = feature.plan.map { HeadField.all(in: $0) } ?? []
    if let spec = feature.spec, let field = specFields.first(where: { $0.name == "feature branch" }) {
      checkBranch(field, in: spec, into: &findings)
    }
    if let plan = feature.plan, let field = planFields.first(where: { $0.name == "branch" }) {
      checkBranch(field, in: plan, into: &findings)
    }
    checkInput(planFields, in: feature.plan, into: &findings)
    if let tasks = feature.tasks {
      checkInput(HeadField.all(in: tasks.file), in: tasks.file, into: &findings)
      for (file, fields) in [(feature.spec, specFields), (feature.plan, planFields)] {
        guard let file, let field = fields.first(where: { $0.name == "status" }) else { continue }
        checkStatus(field, in: file, tasks.list, into: &findings)
      }
      checkTemplate(tasks.list, into: &findings)
    }
  }

  /// The number in the name of a branch, which may be of another feature.
  private func checkBranch(_ field: HeadField, in file: PlanFile, into findings: inout ClaimFindings) {
    let text = file.source.text(field.value)
    let numbers = PathText.components(of: text).compactMap { FeatureNumber($0) }
    guard let number = numbers.last, number.isTimestamp == feature.number.isTimestamp,
      number != feature.number
    else { return }
    findings.report(
      "name-mismatch", .warning, feature.subject,
      "the branch is \"\(text)\", but the directory is \"\(feature.name)\"",
      at: file.location(field.value), help: "correct the one that is wrong")
  }

  /// The directory that the input of a plan or of tasks is in.
  private func checkInput(_ fields: [HeadField], in file: PlanFile?, into findings: inout ClaimFindings) {
    guard let file, let field = fields.first(where: { $0.name == "input" }),
      let path = inputDirectory(field, in: file),
      !tree.holdsDirectory(path)
    else { return }
    findings.report(
      "missing-artifact", .warning, feature.subject, "the input is \"specs/\(path)\", which does not exist",
      at: file.location(field.value), help: "this feature is \"\(feature.name)\"")
  }

  /// The feature that a path in a field names, from the root.
  private func inputDirectory(_ field: HeadField, in file: PlanFile) -> String? {
    let words = file.source.text(field.value).split { $0.isWhitespace || "`\"'()[]".contains($0) }
    for word in words {
      let parts = PathText.components(of: String(word))
      guard let specs = parts.firstIndex(of: "specs"),
        let number = parts[specs...].firstIndex(where: { FeatureNumber($0) != nil })
      else { continue }
      return parts[(specs + 1)...number].joined(separator: "/")
    }
    return nil
  }

  /// The status of a feature against its tasks. Words that are not clear say nothing.
  private func checkStatus(
    _ field: HeadField, in file: PlanFile, _ list: Checklist, into findings: inout ClaimFindings
  ) {
    let text = file.source.text(field.value)
    let rules = ChecklistRules(list, SpecKit.dialect, owner: feature.subject, prefix: feature.number.text)
    switch FeatureStatus(text) {
    case .done:
      let missing = list.missing
      guard let first = missing.first, list.isComplete else { return }
      findings.report(
        "unchecked-work", .warning, feature.subject, .openWork(text, missing.count, of: list.boxes.count),
        at: file.location(field.value),
        claims: rules.claims(missing.count > 20 ? [first] : missing),
        help: "tick what is done, or change the status")
    case .open where list.isDone:
      let count = list.boxes.count { $0.isDone }
      findings.report(
        "status-mismatch", .info, feature.subject, .allDone(text, count), at: file.location(field.value),
        claims: [Claim(list.location(list.boxes[0]), "the first of \(Counted(count, "ticked task"))")],
        fix: Fix(.unsafe, "replace with \"Implemented\"", at: file.location(field.value), with: "Implemented")
      )
    case .open, nil: break
    }
  }

  /// A plan that is still the template, though there are tasks.
  private func checkTemplate(_ list: Checklist, into findings: inout ClaimFindings) {
    guard let plan = feature.plan, let first = list.boxes.first else { return }
    let bytes = plan.source.bytes
    func places(_ word: StaticString) -> [Int] {
      var places: [Int] = []
      var place = bytes.offset(of: UInt8(ascii: "["), from: 0, to: bytes.count)
      while place < bytes.count {
        if ASCII.begins(bytes, at: place, before: bytes.count, with: word) { places.append(place) }
        place = bytes.offset(of: UInt8(ascii: "["), from: place + 1, to: bytes.count)
      }
      return places
    }
    guard let name = places("[###-feature-name]").first else { return }
    if !places("[extract from").isEmpty, places("[e.g.").count >= 2 {
      findings.report(
        "empty-artifact", .warning, feature.subject,
        "the plan is still the template, but there \(list.boxes.count == 1 ? "is" : "are") \(Counted(list.boxes.count, "task"))",
        at: plan.start, claims: [Claim(list.location(first), "the first task")],
        help: "write the plan, or remove it")
    } else {
      findings.report(
        "placeholder-text", .info, feature.subject,
        "the head of the plan still has placeholders of the template",
        at: plan.location(ByteRange(name, name + 18)),
        help: "write the name of the branch, or remove the line")
    }
  }
}

extension String {
  fileprivate static func openWork(_ status: String, _ open: Int, of count: Int) -> String {
    "the status is \"\(status)\", but \(open) of \(Counted(count, "task")) \(open == 1 ? "is" : "are") open"
  }
  fileprivate static func allDone(_ status: String, _ count: Int) -> String {
    "the status is \"\(status)\", but "
      + (count == 1 ? "the only task is ticked" : "all \(count) tasks are ticked")
  }
}
