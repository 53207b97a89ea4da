import StatusSyntax
import StatusText
import Testing

@testable import StatusModel

/// Whether a blocked or abandoned phase, task or entry says why.
struct StatedReasonTests {
  @Test(arguments: [
    "- **Blocking Reason**: no licence", "- **Reason**: no licence", "- **Blocked by**: 12",
    "- **Blocker**: rain",
    "- **Blocked**: 2026-01-12, Reason: no licence", "- **Blocked**: waiting for the licence",
    "- **Blocked**: since 2026-01-12 without a licence", "- **Blocked Reason**: no licence",
    "- **Status**: [BLOCKED] - no licence", "- **Status**: [BLOCKED: no licence]",
    "- **Status**: BLOCKED - no licence",
    "- **Blocked on**: QA", "Blocked by: CI (flaky)",
    "- **Blockers**:\n  - no licence", "**Blockers**:\n- no licence", "- **Reason**: 許可がない",
    // Not bold, nested, as a paragraph, and with a list below.
    "- Blocking Reason: no licence", "Blocked by: 12", "Reason: no licence", "- Blocked: no licence",
    "- **Status**: [BLOCKED]\n  - Blocker: rain", "- **Status**: [BLOCKED]\n  - **Blocker**: rain",
    "Blockers:\n- no licence", "Blockers:\n\n1. no licence", "- Blockers:\n  - no licence",
    "- Blocking Reason:\n  no licence", "Blocking Reason:\nno licence", "*Blocked on*: the licence",
  ])
  func given(_ field: String) throws {
    #expect(try taskSays(field))
    #expect(try phase(field).hasReason)
  }

  @Test(arguments: [
    "- **Effort**: 1 hour", "- **Blocking Reason**:", "- **Blocking Reason**: TBD", "- **Blocked by**: None",
    "- **Blocked by**: -", "- **Reason**: [N/A]", "- **Blocked by**: NO", "- **Blocked by**: no",
    "- **Blocked by**: NA", "- **Blocked**: QA", "- **Blocked**: 2026-01-12",
    "- **Blocked**: 2026-01-12T09:00:00Z UTC",
    "- **Blocked**: 2026-01-12\n- **Priority**: High", "- **Blocked**: 2026-01-12\n- [ ] do it",
    "- **Blocking**: 12",
    "- **Abandonment Reason**: no licence", "- **Status**: [BLOCKED] ⚠️",
    "- **Status**: [IN PROGRESS] - half done",
    "- Blocking Reason:", "Blocked by: None", "- Blocked: 2026-01-12", "- Abandonment Reason: no licence",
    "- Blockers:\n- no licence", "- Blockers:\n- **Priority**: High", "Blockers:\n\nno licence",
    "For the very reason that follows: stop", "```\nReason: no licence\n```",
    "<!-- Reason:\nReason: no licence -->",
    "> Reason: no licence", "Blocking: 12", "The licence is no blocker: go on",
  ])
  func notGiven(_ field: String) throws {
    #expect(try !taskSays(field))
    #expect(try !phase(field).hasReason)
  }

  @Test(arguments: [
    ("### Phase 1: X [BLOCKED] - no licence\n", true), ("### Phase 1: X [BLOCKED] (2026-01-12)\n", false),
    ("### Phase 1: X [BLOCKED]\n(Blocking Reason: no licence)\n", true),
    ("### Phase 1: X [BLOCKED]\n(Blocked: 2026-01-12T09:00:00Z)\n", false),
    ("### Phase 1: X [ABANDONED]\n- **Abandonment Reason**: no licence\n", true),
    ("### Phase 1: X [COMPLETED]\n- **Reason**: no licence\n", false),
  ])
  func besidesFields(_ text: String, _ isGiven: Bool) {
    #expect(plan(text).phases.first?.hasReason == isGiven)
  }

  // MARK: Parsing

  private func phase(_ field: String) throws -> Phase {
    try #require(plan("### Phase 1: X [BLOCKED]\n\n\(field)\n").phases.first)
  }

  private func plan(_ text: String) -> Plan {
    let source = SourceText("# Plan\n\n" + text)
    return PlanParser(source, MarkdownOutline(source), vocabulary: Profile.opencode.vocabulary).parse()
  }

  /// Whether a blocked task with that field says why.
  private func taskSays(_ field: String) throws -> Bool {
    let source = SourceText("# TODO\n\n### 1. X [BLOCKED]\n- **Effort**: 2 hours\n\(field)\n")
    let list = TaskListParser(source, MarkdownOutline(source), vocabulary: Profile.opencode.vocabulary)
      .parse()
    let entry = try #require(list.tasks.first)
    let markers = [entry.statusMarkers.first, entry.headingMarker].compactMap { $0 }
    return StatedReason.isGiven(
      for: .blocked, fields: entry.fields, markers: markers, body: entry.range, in: source)
  }
}
