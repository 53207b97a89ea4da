import StatusTestSupport
import Testing

/// `check --since`, as far as it is not in Corpus/history.
@Suite(.timeLimit(.minutes(5)))
struct SinceTests {
  private static let rules = "illegal-transition,terminal-status-changed,started-rewritten,vanished-task"

  private func rules(_ tree: SampleTree, _ arguments: String..., location: SourceLocation = #_sourceLocation)
    async throws -> [String]
  {
    let outcome = try await tree.run(
      ["check", "--select", Self.rules, "--format", "json"] + arguments, location: location)
    return try outcome.findings(location).map(\.rule)
  }

  @Test func theWorkingTreeIsComparedWithTheRevision() async throws {
    let tree = try SampleTree()
    try await tree.git("init -q -b main . && git add -A && git commit -q -m begin")
    try tree.write(
      SampleTree.planText.replacing("Begin [COMPLETED]", with: "Begin [IN PROGRESS]"), to: SampleTree.plan)
    #expect(try await rules(tree) == [])
    #expect(try await rules(tree, "--since", "HEAD") == ["terminal-status-changed"])
    #expect(try await rules(tree, "--since", "main...", "specs/state.json") == [])
    #expect(try await rules(tree, "--since=HEAD", "--changed") == ["terminal-status-changed"])
  }

  @Test func aTreeThatWasNotThereIsNotCompared() async throws {
    let tree = try SampleTree()
    try await tree.git("init -q -b main .")
    #expect(try await rules(tree, "--since", "HEAD") == [], "before the first commit")
    try await tree.git("commit -q --allow-empty -m empty && git add -A && git commit -q -m tree")
    #expect(try await rules(tree, "--since", "HEAD~1") == [])
  }

  @Test func standardInputIsComparedWithTheRevision() async throws {
    let tree = try SampleTree()
    try await tree.git("init -q -b main . && git add -A && git commit -q -m begin")
    let changed = SampleTree.planText.replacing("Begin [COMPLETED]", with: "Begin [NOT STARTED]")
    try tree.write(changed, to: SampleTree.plan)
    for (option, count) in [("--fail-on=never", 0), ("--since=HEAD", 1)] {
      var invocation = tree.invocation(
        "check", "--select", "terminal-status-changed", "--format", "json", "--stdin-path",
        "specs/\(SampleTree.plan)", option)
      invocation.input = Array(changed.utf8)
      #expect(try await invocation.run().findings().count == count, "\(option)")
    }
  }

  @Test func shallowClonesAreNamed() async throws {
    let tree = try SampleTree()
    try await tree.git(
      "init -q -b main . && git add -A && git commit -q -m 1 && git commit -q --allow-empty -m 2")
    try await tree.git("clone -q --depth 1 file://$PWD clone && git -C clone rev-parse HEAD")
    var invocation = tree.invocation("check", "--since", "HEAD~1")
    invocation.directory = "\(tree.path)/clone"
    let outcome = try await invocation.run()
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("the clone is shallow"), "\(outcome.testDescription)")
  }
}
