import StatusSyntax
import StatusText
import Testing

@testable import StatusModel

struct StateParserTests {
  private func entries(_ text: String, only tasks: Set<Int>?) throws -> [StateEntry] {
    let tree = JSONTree(SourceText(path: "specs/state.json", text))
    let parser = StateParser(tree, vocabulary: Profile.opencode.vocabulary, only: tasks)
    return try #require(parser.stateFile()).entries
  }

  /// Of other tasks than those that are asked for, only number, name and status are known.
  @Test func someTasksAlone() throws {
    let text = """
      {"active_projects": [
        {"artifacts": ["a/b.md"], "project_number": 12, "project_name": "dig", "status": "researched",
         "researched": "2026-01-15", "blocking_reason": "rain"},
        {"project_number": "13", "status": "planned", "planned": "2026-01-16", "plan_path": "c/d.md"},
        {"status": "planned", "plan_path": "e/f.md"}
      ]}
      """
    let some = try entries(text, only: [13])
    #expect(some.map(\.number) == [12, 13, nil])
    #expect(some.map(\.name) == ["dig", nil, nil])
    #expect(some.map { $0.status?.text } == ["researched", "planned", "planned"])
    #expect(some.map { $0.reading?.status } == [.researched, .planned, .planned])
    #expect(some.map(\.links.count) == [0, 1, 1])
    #expect(some.map(\.timestamps.count) == [0, 1, 0])
    #expect(some.map(\.explained) == [[], [], []])
    let all = try entries(text, only: nil)
    #expect(all.map(\.links.count) == [1, 1, 1])
    #expect(all.map(\.explained) == [[.blocked], [], []])
  }
}
