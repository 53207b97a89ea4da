import StatusDiagnostics
import StatusEditing
import StatusModel
import StatusText

/// A plan lacks metadata that every plan needs.
struct MissingPlanField: FileRule {
  static let descriptor = RuleDescriptor(
    name: "missing-plan-field", family: .structure, severity: .warning, fix: .unsafe,
    summary: "A plan lacks fields of its metadata, such as Task, Effort or Research Inputs.",
    rationale: """
      Agents read the metadata to find the task and the research that a plan belongs to, without reading all of it. The \
      finding names all fields that are missing. A fix adds the task and the name of the file, and for the other fields \
      the defaults of the standard. A section Dependencies or Research Inputs stands for the field. Status has its own rule, \
      missing-status.
      """,
    bad: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]
      """,
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      # «Implementation Plan: Sort the cellar»

      - **Status**: [NOT STARTED]
      - **Effort**: 2 hours
      - **Priority**: Medium
      - **Dependencies**: None
      - **Research Inputs**: None
      - **Standards**: None
      - **Language**: general
      - **Lean Intent**: false

      ### Phase 1: Empty the shelves [NOT STARTED]
      """,
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]
      """,
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      # Implementation Plan: Sort the cellar

      - **Task**: 7 - Sort the cellar
      - **Status**: [NOT STARTED]
      - **Effort**: 2 hours
      - **Priority**: Medium
      - **Dependencies**: None
      - **Research Inputs**: None
      - **Artifacts**: plans/implementation-001.md (this file)
      - **Standards**: None
      - **Language**: general
      - **Lean Intent**: false

      ### Phase 1: Empty the shelves [NOT STARTED]
      """,
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .plan }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    guard let plan = file.plan, context.isJudgedWhole(file) else { return }
    let missing = context.profile.required.planFields.filter { !Self.hasOne(of: $0, plan) }.compactMap(
      \.first)
    if missing.isEmpty { return }
    let task = context.taskNumber(of: file)
    findings.report(
      .plan, .missing(missing), in: plan.source, at: plan.title ?? .zero, task: task,
      missingFrom: [plan.path],
      fix: Fix(.unsafe, .add(missing), in: plan, context.profile) { editor in
        editor.add(missing.map { (name: $0, value: Self.value($0, plan, task)) })
      }, evidence: missing.joined(separator: " "), severity: context.isArchived(file) ? .info : .error)
  }

  /// Whether a plan has a field of one of the names, or a section that stands in its place.
  private static func hasOne(of names: [String], _ plan: Plan) -> Bool {
    let stands = [PlanSection.dependencies, .research].contains { section in
      plan.sections.contains(.init(section)) && names.contains(section.title)
    }
    return stands
      || plan.fields.contains { field in
        !field.isEmpty(in: plan.source) && names.contains { Self.isNamed(field, $0, plan.source.bytes) }
      }
  }

  private static func isNamed(_ field: Field, _ name: String, _ bytes: [UInt8]) -> Bool {
    guard field.nameRange.count == name.utf8.count else { return false }
    var offset = field.nameRange.lower
    for letter in name.utf8 {
      if ASCII.lowercased(letter) != ASCII.lowercased(bytes[offset]) { return false }
      offset += 1
    }
    return true
  }

  /// What is known of the plan, or the standard's default.
  private static func value(_ name: String, _ plan: Plan, _ task: Int?) -> String {
    switch name {
    case "Task": [task.map(String.init), title(of: plan)].compactMap(\.self).joined(separator: " - ")
    case "Artifacts": "plans/\(PathText.name(of: plan.path)) (this file)"
    case "Effort": "TBD"
    case "Priority": "Medium"
    case "Language", "Type": "general"
    case "Lean Intent": "false"
    default: "None"
    }
  }

  /// What comes after the colon of `Implementation Plan: Title`.
  private static func title(of plan: Plan) -> String? {
    guard let title = plan.title.map({ plan.source.text($0) }), !title.isEmpty else { return nil }
    return title.split(separator: ":", maxSplits: 1).last.map { String($0.drop(while: \.isWhitespace)) }
  }
}

extension String {
  fileprivate static func missing(_ names: [String]) -> String {
    "the plan has no \(names.joined(separator: ", no "))"
  }
  fileprivate static func add(_ names: [String]) -> String { "add \(names.joined(separator: ", "))" }
}
