import StatusTestSupport
import Testing

/// Which findings a check of one file shows.
@Suite(.timeLimit(.minutes(5)))
struct SelectionTests {
  private func rules(_ tree: SampleTree, _ arguments: String...) async throws -> [String] {
    try await tree.run(["check", "--format", "json"] + arguments).findings().map(\.rule)
  }

  /// What a task lacks in a file belongs to that file, although no place in it can be shown.
  @Test func whatIsMissingFromAFile() async throws {
    let tree = try SampleTree()
    try tree.write(
      SampleTree.registry.replacing("\"project_number\": 2", with: "\"project_number\": 3"), to: "state.json")
    for path in ["specs/TODO.md", "specs/state.json"] {
      let found = try await rules(tree, path)
      #expect(found.contains("untracked-task") && found.contains("unlisted-task"), "\(path): \(found)")
    }
    tree.remove(SampleTree.plan)
    #expect(try await rules(tree, "specs/TODO.md").contains("missing-artifact"))
    #expect(try await rules(tree, "specs/001_first_task").contains("missing-artifact"))
  }

  /// Without the file the result would not be one.
  @Test func aFileThatCannotBeReadIsShownWithWhateverDependsOnIt() async throws {
    let tree = try SampleTree()
    try tree.write("{", to: "state.json")
    for path in ["specs/TODO.md", "specs/\(SampleTree.plan)", "specs/001_first_task"] {
      #expect(try await rules(tree, path).contains("invalid-json"), "\(path)")
    }
    let second = try SampleTree()
    try second.write("<<<<<<< a\n=======\n>>>>>>> b\n", to: SampleTree.plan)
    #expect(try await rules(second, "specs/TODO.md").contains("merge-conflict"))
    try second.write(SampleTree.planText, to: "002_second_task/plans/implementation-001.md")
    // Nothing of task 2 is compared to the plan of task 1.
    #expect(try await !rules(second, "specs/002_second_task").contains("merge-conflict"))
    let third = try SampleTree()
    try third.write("{", to: "errors.json")
    #expect(try await !rules(third, "specs/TODO.md").contains("invalid-json"))
    #expect(try await rules(third, "specs/errors.json") == ["invalid-json"])
  }

  /// Every finding with places in two files is shown for both of them: over all trees of the corpus.
  @Test func everyFindingOfTwoFilesShowsForBoth() async throws {
    var compared = 0
    var rules: Set<String> = []
    for name in try await corpusTrees() {
      let directory = try TemporaryDirectory()
      try directory.write("", to: ".git/HEAD")
      var copy = Invocation(arguments: [], directory: directory.path)
      copy.shell = "cp -r '\(name)/.' ."
      try #require(try await copy.run().exitCode == 0)
      let shared = try await check(directory.path).filter { $0.paths.count > 1 }
      for path in Set(shared.flatMap(\.paths)).sorted() {
        let narrowed = Set(try await check(directory.path, path))
        for finding in shared where finding.paths.contains(path) {
          compared += 1
          rules.insert(finding.rule)
          #expect(narrowed.contains(finding), "\(name): \(path) does not show \(finding)")
        }
      }
    }
    #expect(compared > 150 && rules.count > 7, "\(compared) \(rules)")
  }

  private func corpusTrees() async throws -> [String] {
    var find = Invocation(arguments: [], directory: Project.directory)
    find.shell = "find '\(Project.directory)/Corpus' -type d -name before | LC_ALL=C sort"
    return try await find.run().output.split(separator: "\n").map(String.init)
  }

  /// A finding, and the paths of its places.
  private struct PlacedFinding: Hashable {
    let rule: String
    let message: String
    let paths: Set<String>
  }

  private func check(_ directory: String, _ paths: String...) async throws -> [PlacedFinding] {
    let arguments = ["check", "--select", "all", "--format", "json"] + paths
    var invocation = Invocation(arguments, directory: directory)
    invocation.variables["STATUSLINT_NOW"] = "2026-01-15T12:00:00Z"
    let outcome = try await invocation.run()
    // Some trees of the corpus are none.
    guard outcome.exitCode == 0 || outcome.exitCode == 1,
      case .array(let findings)? = try outcome.json()["findings"]
    else { return [] }
    return findings.map { finding in
      func text(_ value: JSONValue, _ name: String) -> String {
        if case .string(let text)? = value[name] { text } else { "" }
      }
      var paths: Set = [text(finding, "path")]
      if case .array(let related)? = finding["related"] { paths.formUnion(related.map { text($0, "path") }) }
      return PlacedFinding(rule: text(finding, "rule"), message: text(finding, "message"), paths: paths)
    }
  }
}
