import StatusModel
import StatusTestSupport
import StatusText
import Testing

@testable import StatusHistory

/// A plan that is read without what says nothing says the same as one that is read whole.
struct KnownBodiesTests {
  private static let lines = [
    "# Implementation Plan: Alpha", "- **Status**: [IMPLEMENTING]", "- **Task**: 7", "## Overview",
    "## Metadata",
    "## Implementation Phases", "## Rollback", "### Phase 1: One [COMPLETED]",
    "### Phase 2: Two [IN PROGRESS]",
    "### Phase 2: Again", "### Phase 3 [PARTIAL", "#### Phase 3.1: Part [NOT STARTED]",
    "## Phase 4: High [NOT STARTED]",
    "### Phases 5 and 6", "###Phase 7: Line [NOT STARTED]", "Phase 8: Prose [NOT STARTED]",
    "- ### Phase 9: Item [COMPLETED]",
    "  ### Phase 9: Indented [BLOCKED]", "Phase 10\n===", "### Notes", "### Work left [NOT STARTED]",
    "closed here]",
    "**Status**: [COMPLETED]", "- **Status**: [BLOCKED", "Status: [COMPLETED]", "[COMPLETED]",
    "- [COMPLETED]",
    "**Started**: 2026-01-01", "(Started: 2026-01-02)", "- **Completed**: 2026-01-03T00:00:00Z",
    "**Goal**: something",
    "- [ ] **Task 1**: write", "- [x] read", "**Reason**: none", "text", "", "", "", " ", "```", "    code",
    "~~~", "<!--",
    "-->", "<div>", "</div>", "<pre>", "---", "...", "> quoted", "> ### Phase 1: Quoted [NOT STARTED]",
    "| a | b |",
    "|---|---|", "<<<<<<< a", "=======", ">>>>>>> b", "<<<<<<<< a", "========", ">>>>>>>> b",
  ]
  private static let phase = ["", "**Goal**: something", "", "- [ ] one", "- [x] two", ""]

  private func check(_ text: String, _ known: inout KnownBodies) {
    for path in ["specs/007_a/plans/01_alpha.md", "specs/007_a/plans/notes.md"] {
      let source = SourceText(path: path, bytes: Array(text.utf8))
      let whole = HistoricFile(.plan, source, .opencode)
      #expect(known.file(source).said == whole.said, "\(text.debugDescription)")
    }
  }

  @Test(arguments: UInt64(0)..<100) func versionsSayTheSameAsFilesReadWhole(_ seed: UInt64) {
    var versions = RandomVersions(seed: seed, lines: Self.lines) { random in
      let status = ["NOT STARTED", "IN PROGRESS", "COMPLETED"].randomElement(using: &random) ?? ""
      return ["### Phase \(Int.random(in: 1...4, using: &random)): Work [\(status)]"] + Self.phase
    }
    var known = KnownBodies(.opencode)
    for _ in 0..<20 { check(versions.next(), &known) }
  }

  /// A comment in the front matter is not a heading: without the text below it, the front matter would not end, and all of it
  /// would be read as Markdown.
  @Test(arguments: [
    "---\n### Phase 1: One [COMPLETED]\n\nkey: value\n\n---\n\n### Phase 2: Two [NOT STARTED]\n\ntext\n",
    "---\ntitle: Plan\n## Phase 3: Old [BLOCKED]\n\n---\n\n# Plan\n\n## Phase 4: New [COMPLETED]\n\ntext\n",
  ])
  func frontMatterIsReadWhole(_ text: String) {
    var known = KnownBodies(.opencode)
    check(text, &known)
    check(text + "\n### Phase 5: Three [COMPLETED]\n\ntext\n", &known)
  }

  /// What would be said if a text were left out where it may not be.
  @Test(arguments: [
    "### Phase 1: One [PARTIAL\nclosed]\n\ntext\n",
    "### Phase 1: One [PARTIAL\n\nclosed]\n\ntext\n",
    "```\n### Phase 1: One [COMPLETED]\n\n```\n### Phase 2: Two [NOT STARTED]\n\n```\n",
    "<!--\n### Phase 1: One [COMPLETED]\n\n-->\n\n### Phase 2: Two [NOT STARTED]\n",
    "---\n### a: b\n\n---\n### Phase 2: Two [NOT STARTED]\n",
    "### Phase 1: One [COMPLETED]\n\nPhase 9876: Any [NOT STARTED]\n\n### Phase 2: Two [COMPLETED]\n",
    "# Plan\n\n- **Status**: [COMPLETED]\n\n## Plan Metadata\n\n- **Status**: [PARTIAL]\n\n### Phase 1: One [COMPLETED]\n",
  ])
  func aTextThatSaysSomethingIsRead(_ text: String) {
    var known = KnownBodies(.opencode)
    check("### Phase 1: One [COMPLETED]\n\ntext\n\n### Phase 2: Two [COMPLETED]\n\n", &known)
    check(text, &known)
    check("# Plan\n\n## Implementation Phases\n\n" + text, &known)
  }
}
