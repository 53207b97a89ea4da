import StatusDiagnostics
import StatusModel
import StatusRules
import StatusTestTrees
import Testing

/// Rules about dependencies, on a task that has very many.
@Suite struct ManyDependenciesTests {
  @Test("unknown dependencies take time in proportion to their number", .timeLimit(.minutes(1)))
  func unknown() throws {
    let numbers = (100_001...140_000).map(String.init).joined(separator: ", ")
    let todo = "### 1. A\n- **Status**: [NOT STARTED]\n- **Dependencies**: \(numbers)\n"
    let state = #"{"active_projects": [{"project_number": 1, "dependencies": [\#(numbers)]}]}"#
    let now = try #require(Timestamp(secondsSince1970: 1_780_000_000))
    var tree = MemoryTree(
      files: ["specs/TODO.md": Array(todo.utf8), "specs/state.json": Array(state.utf8)], now: now)
    tree.selection = try RuleSelection([RuleChoice(select: ["unknown-dependency"])])
    let findings = tree.findings()
    #expect(findings.count == 40_000)
  }
}
