import StatusTestSupport
import Testing

/// `history` in repositories whose commits are not in a line, and whose files have moved.
@Suite(.timeLimit(.minutes(5)))
struct HistoryShapeTests {
  private func repository() async throws -> SampleTree {
    let tree = try SampleTree()
    try await tree.git("init -q -b main . && git add -A && git commit -q -m begin && git tag begin")
    return tree
  }

  /// Moves task 1 in both files, and commits that.
  private func move(_ tree: SampleTree, to status: String, _ marker: String) async throws {
    try tree.write(SampleTree.taskList.replacing("[IMPLEMENTING]", with: "[\(marker)]"), to: "TODO.md")
    try tree.write(
      SampleTree.registry.replacing("\"implementing\"", with: "\"\(status)\""), to: "state.json")
    try await tree.git("commit -q -a -m 'to \(status)'")
  }

  /// What happened after the first commit, without the commits.
  private func happenings(_ tree: SampleTree) async throws -> [String] {
    let outcome = try await tree.run("history", "--since", "begin")
    try #require(outcome.exitCode == 0, "\(outcome.testDescription)")
    return outcome.output.split(separator: "\n").filter { $0.hasPrefix("  ") }.map {
      $0.dropFirst(2).description
    }
  }

  @Test func anOctopusBringsNothingNew() async throws {
    let tree = try await repository()
    try await tree.git("checkout -q -b one")
    try await move(tree, to: "completed", "COMPLETED")
    try await tree.git("checkout -q -b two main")
    try tree.write(
      SampleTree.planText.replacing("Go on [IN PROGRESS]", with: "Go on [COMPLETED]"), to: SampleTree.plan)
    try await tree.git("commit -q -a -m 'phase 2'")
    try await tree.git("checkout -q -b three main && git commit -q --allow-empty -m nothing")
    try await tree.git("checkout -q main && git merge -q -m octopus one two three")
    #expect(
      try await happenings(tree).sorted() == [
        "task 1, phase 2: [IN PROGRESS] -> [COMPLETED]  (specs/001_first_task/plans/implementation-001.md)",
        "task 1: [IMPLEMENTING] -> [COMPLETED]  (specs/TODO.md, specs/state.json)",
      ])
  }

  @Test func branchesThatMergeEachOtherTellEachMoveOnce() async throws {
    let tree = try await repository()
    try await tree.git("checkout -q -b one")
    try await move(tree, to: "completed", "COMPLETED")
    try await tree.git("checkout -q -b two main")
    try tree.write(
      SampleTree.planText.replacing("Go on [IN PROGRESS]", with: "Go on [COMPLETED]"), to: SampleTree.plan)
    try await tree.git("commit -q -a -m 'phase 2' && git branch two-before two")
    try await tree.git("merge -q -m 'one into two' one")
    try await tree.git("checkout -q one && git merge -q -m 'two into one' two-before")
    try await tree.git("checkout -q main && git merge -q one && git merge -q -m both two")
    #expect(try await happenings(tree).count == 2)
  }

  @Test func aRenamedTreeAndARenamedPlanAreFollowed() async throws {
    let tree = try await repository()
    try await tree.git("mv specs/001_first_task specs/001_better_name && git commit -q -m 'rename the task'")
    try await tree.git(
      "mv specs .opencode-specs && mkdir .opencode && git mv .opencode-specs .opencode/specs")
    try await tree.git("commit -q -m 'move the tree'")
    try tree.repository.write(
      SampleTree.taskList.replacing("[IMPLEMENTING]", with: "[COMPLETED]"), to: ".opencode/specs/TODO.md")
    try await tree.git("commit -q -a -m complete")
    #expect(
      try await happenings(tree) == ["task 1: [IMPLEMENTING] -> [COMPLETED]  (.opencode/specs/TODO.md)"])
  }

  @Test func commitsThatTouchNoTrackingFileBringNothing() async throws {
    let tree = try await repository()
    try await tree.git(
      "status -s && for number in $(seq 70); do echo $number >specs/001_first_task/notes.txt && git add -A"
        + " && git commit -q -m \"note $number\"; done")
    try await move(tree, to: "completed", "COMPLETED")
    #expect(
      try await happenings(tree) == [
        "task 1: [IMPLEMENTING] -> [COMPLETED]  (specs/TODO.md, specs/state.json)"
      ])
  }

  @Test(arguments: ["text", "html"]) func textOfTheRepositoryIsShownEscaped(_ format: String) async throws {
    let tree = try await repository()
    try tree.write(SampleTree.taskList.replacing("[IMPLEMENTING]", with: "[COMPLETED]"), to: "TODO.md")
    try await tree.git(
      "commit -q -a --author=\"$(printf 'B\\033[2J <b>')\" -m \"$(printf 'm\\033]0;x\\007\\302\\233')\"")
    try tree.write(SampleTree.taskList.replacing("[IMPLEMENTING]", with: "[PLANNED]"), to: "TODO.md")
    try await tree.git("commit -q -a -m \"$(printf 'm\\033]0;x\\007\\302\\233')\"")
    let outcome = try await tree.run("history", "--format", format)
    #expect(outcome.output.contains("m\\u{1B}]0;x\\u{7}\\u{9B}"), "\(outcome.testDescription)")
    #expect(
      !outcome.output.unicodeScalars.contains {
        $0.value < 32 && $0 != "\n" && (format == "text" || $0 != "\t") || (127..<160).contains($0.value)
      })
  }
}
