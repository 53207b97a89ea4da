import StatusSyntax
import StatusText
import Testing

@testable import StatusModel

/// What reads like a phase and is not written as one must not be passed over: the plan would count as completed.
struct UnreadPhaseTests {
  private static let done =
    "# Plan\n\n## Implementation Phases\n\n### Phase 1: A [COMPLETED]\n- **Goal**: g\n\n"

  private func plan(_ text: String) -> Plan {
    let source = SourceText(path: "specs/001_a/plans/implementation-001.md", text)
    return PlanParser(source, MarkdownOutline(source), vocabulary: Profile.claude.vocabulary).parse()
  }

  @Test(arguments: [
    "## Phase 2: B [IN PROGRESS]\n\n### Phase 3: C [NOT STARTED]\n",
    "### Phases 2-3: B\n\n**Status**: [IN PROGRESS]\n",
    "### Phases 2-3: B\n- [NOT STARTED]\n",
    "## Implementation Phases (continued)\n\n### Phase 2: B [NOT STARTED]\n",
    "## Implementation Phases, part two\n\n### Phase 2: B [NOT STARTED]\n",
    "## Testing\n\n### Phase 2: B [NOT STARTED]\n",
    "<details>\n\n### Phase 2: B [NOT STARTED]\n\n</details>\n",
    "<!-- later -->\n### Phase 2: B [NOT STARTED]\n",
  ])
  func isRead(_ text: String) {
    let plan = plan(Self.done + text)
    #expect(plan.phases.count > 1 && plan.unreadablePhases.isEmpty)
    #expect(plan.phases.dropFirst().allSatisfy { $0.status != .completed })
  }

  @Test(arguments: [
    "###Phase 2: B [NOT STARTED]\n", "### Phase2: B [NOT STARTED]\n", "### [NOT STARTED] Phase 2: B\n",
    "### `Phase 2`: B [NOT STARTED]\n", "### [Phase 2](x.md): B [NOT STARTED]\n",
    "### (Optional) Phase 2: B [NOT STARTED]\n", "### Implementation Phase 2: B [NOT STARTED]\n",
    "### Phases two to five [NOT STARTED]\n", "# Phase 2: B [NOT STARTED]\n",
    "- item\n\n  ### Phase 2: B [NOT STARTED]\n", "**Phase 2: B** [NOT STARTED]\n",
    "### NOT STARTED - Phase 2: B\n", "### (NOT STARTED) Phase 2: B\n", "### ［NOT STARTED］ Phase 2: B\n",
    "### Phase 2 (NOT STARTED): B\n", "### Phase 2 NOT STARTED: B\n",
    "###\u{A0}Phase 2: B [NOT STARTED]\n", "\u{A0}### Phase 2: B [NOT STARTED]\n",
    "\u{200B}### Phase 2: B [NOT STARTED]\n", "\u{3000}### Phase 2: B [NOT STARTED]\n",
    "\u{FEFF}### Phase 2: B [NOT STARTED]\n", "\u{200D}### Phase 2: B [NOT STARTED]\n",
    "✅ ### Phase 2: B [NOT STARTED]\n", "- ###\u{A0}Phase 2: B\n",
    "<details>\n### Phase 2: B [NOT STARTED]\n", "</details>\n### Phase 2: B\n", "<div>\n  ### Phase 2: B\n",
    "<table>\n###\u{A0}Phase 2: B\n", "<a id=\"b\">\n### Phase 2: B\n", "<a id=\"b\"></a>### Phase 2: B\n",
    "- <details>\n  ### Phase 2: B\n", "<div>\n<!-- next -->\n### Phase 2: B\n",
  ])
  func isMalformed(_ text: String) {
    let plan = plan(Self.done + text + "- **Started**: 2026-01-01T00:00:00Z\n")
    #expect(plan.unreadablePhases.count == 1 && plan.isMalformed)
    #expect(plan.phases[0].timestamps.isEmpty)
  }

  @Test(arguments: [
    "#### Verify Phase 1 [COMPLETED]\n", "## Log\n\n### Phase 1: again [COMPLETED]\n",
    "- Phase 2 may follow\n", "### Not started before Phase 2\n", "### BLOCKED: Phase 1 waits\n",
    "### Phase 2 completed the wall\n", "### Phase 1 BLOCKED the wall\n",
    "## Notes\n\n### After Phase 2\n", "## Notes\n\n**Phase 2: B** [NOT STARTED]\n",
    "### Phases Completed: [COMPLETED]\n",
    "## Notes\n\n### Phase 2: an idea\n", "> ### Phase 2: B [NOT STARTED]\n",
    "<details>\nPhase 2: B [NOT STARTED] may follow\n</details>\n", "> <div>\n> ### Phase 2: B\n",
    "<div>\n<!-- ### Phase 2: B [NOT STARTED] -->\n<!--\n### Phase 2: B\n-->\n</div>\n",
    "<details><pre>\n### Phase 2: B\n</pre></details>\n", "<PRE>\n### Phase 2: B\n</PRE>\n",
    "<div>\n```\n### Phase 2: B\n```\n</div>\n", "<!-- ### Phase 2: B -->\n", "<?php\n### Phase 2: B\n?>\n",
    "- Phase 2: B [NOT STARTED]\n",
  ])
  func isProse(_ text: String) {
    let plan = plan(Self.done + text)
    #expect(plan.phases.count == 1 && plan.unreadablePhases.isEmpty)
  }
}
