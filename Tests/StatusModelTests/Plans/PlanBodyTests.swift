import StatusModel
import Testing

@Suite struct PlanBodyTests {
  private func saysNothing(_ text: String) -> Bool {
    PlanBody.saysNothing(Array(text.utf8), vocabulary: Profile.opencode.vocabulary)
  }

  @Test(arguments: [
    "\n", "\ntext\n",
    "\n**Goal**: read\n\n- [ ] **Task 1**: write\n- [x] done\n\n```sh\n# Phase 1\nls\n```\n\n",
    "\r\n| a | b |\r\n|---|---|\r\n| 1 | the next phase |\r\n", "\n> quoted",
  ])
  func whatIsAboutTheWorkSaysNothing(_ text: String) { #expect(saysNothing(text)) }

  @Test(arguments: [
    "", "text\n", "\n- **Status**: [COMPLETED]\n", "\n[COMPLETED]\n", "\nStatus: [COMPLETED]\n",
    "\n- **Started**: 2026-01-01\n",
    "\n(Started: 2026-01-01)\n", "\nPhase 2: Two [COMPLETED]\n", "\nphase two begins [COMPLETED]\n",
    "\n- ### Phase 2: Two [COMPLETED]\n", "\n```\ntext\n",
    "\n<div>\n", "\nTitle\n===\n", "\n  ## Indented\n", "\n<<<<<<< a\n", "\nPhase 9876: Any [COMPLETED]\n",
    "\n###Line [COMPLETED]\n",
  ])
  func whatMayMatterSaysSomething(_ text: String) { #expect(!saysNothing(text)) }
}
