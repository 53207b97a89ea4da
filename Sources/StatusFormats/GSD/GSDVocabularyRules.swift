import StatusClaims
import StatusDiagnostics
import StatusText

/// What is judged of marks and statuses that GSD does not have, and of cells that hold the value of another column.
struct GSDVocabularyRules {
  private let project: GSDProject

  init(_ project: GSDProject) { self.project = project }

  func check(into findings: inout ClaimFindings) {
    if let roadmap = project.roadmap {
      for (subject, box) in roadmap.strangeBoxes { report(box, subject, roadmap.file, into: &findings) }
      for row in roadmap.rows { check(row, roadmap, into: &findings) }
    }
    if let requirements = project.requirements {
      for (id, box) in requirements.strangeBoxes {
        report(box, "requirement \(id)", requirements.file, into: &findings)
      }
    }
    if let state = project.state, let status = state.fields["status"], !Self.isState(status) {
      findings.report(
        "unknown-marker", .info, "project", "\"\(status.text)\" is not a status of GSD", at: status.location,
        help: "valid statuses: planning, discussing, executing, verifying, completed, paused")
    }
    for directory in project.directories where !directory.number.isBacklog {
      guard let status = directory.verification, !Self.verifications.contains(Vocabulary.fold(status.text))
      else { continue }
      findings.report(
        "unknown-marker", .info, "phase \(directory.number.text)",
        "\"\(status.text)\" is not a status of a verification",
        at: status.location, help: "valid statuses: passed, gaps_found, human_needed",
        fix: Self.nearVerification(status.text).flatMap { status.fix(.unsafe, $0) })
    }
  }

  private func report(_ box: GSDBox, _ subject: String, _ file: PlanFile, into findings: inout ClaimFindings)
  {
    let text = file.source.text(box.range)
    let isTick = ["✓", "✔", "✅", "☑", "v", "V", "√"].contains { text == "[\($0)]" }
    findings.report(
      "unknown-marker", .error, subject, "\"\(text)\" is not a box of GSD", at: file.location(box.range),
      help: "valid boxes: [ ], [~], [x]",
      fix: Fix(
        .unsafe, isTick ? "tick the box" : "open the box", at: file.location(box.range),
        with: isTick ? "[x]" : "[ ]"))
  }

  private func check(_ row: Roadmap.Row, _ roadmap: Roadmap, into findings: inout ClaimFindings) {
    let source = roadmap.file.source
    guard let status = row.status else { return }
    let subject = "phase \(row.number.text)"
    if row.isShifted, let plans = row.plans {
      findings.report(
        "unknown-marker", .error, subject, .shifted(subject, source.text(status), source.text(plans)),
        at: roadmap.location(status), fix: unshifted(row, source))
    } else if GSDStatus.read(source, status) == .unknown {
      findings.report(
        "unknown-marker", .info, subject, "\"\(source.text(status))\" is not a status of a phase",
        at: roadmap.location(status),
        help: "valid statuses: Not started, Planned, In Progress, Complete, Deferred")
    }
  }

  /// The fix that writes each value into its own column: the counts of the directory, and the status and date that stand
  /// beside theirs.
  private func unshifted(_ row: Roadmap.Row, _ source: SourceText) -> Fix? {
    guard let status = row.status, let plans = row.plans, let completed = row.completed,
      let directory = project.phases(row.number).first(where: { $0.rows.contains { $0.line == row.line } })?
        .directory,
      directory.isCountable
    else { return nil }
    let counts = directory.counts
    let edits = [
      TextEdit(plans, with: "\(counts.done)/\(counts.total)"), TextEdit(status, with: source.text(plans)),
      TextEdit(completed, with: source.text(status)),
    ]
    return Fix(
      .unsafe, "move the cells to their columns",
      files: [.init(path: source.path, edits: edits.sorted { $0.range < $1.range })])
  }

  // MARK: Statuses

  private static let verifications: Set = ["passed", "gaps-found", "human-needed", "resolved"]

  private static func nearVerification(_ text: String) -> String? {
    switch Vocabulary.fold(text) {
    case "complete", "completed", "verified", "pass", "done", "ok", "success", "approved": "passed"
    case "gaps", "failed", "fail", "gap-found": "gaps_found"
    case "needs-human", "human", "manual", "human-review": "human_needed"
    default: nil
    }
  }

  /// Whether upstream would take the text for a status of the project, as free text is common.
  private static func isState(_ status: PlacedText) -> Bool {
    let text = status.text.lowercased()
    return [
      "plan", "discuss", "execut", "verif", "complet", "done", "paus", "progress", "ready", "ship", "stop",
      "await",
    ]
    .contains { text.contains(text: $0) }
  }
}

extension String {
  fileprivate static func shifted(_ subject: String, _ status: String, _ plans: String) -> String {
    "the cells of \(subject) are shifted: Status holds a date (\"\(status)\"), Plans holds a status (\"\(plans)\")"
  }
}
