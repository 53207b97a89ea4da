import StatusEngine
import StatusFormats
import StatusModel
import StatusTestSupport
import Testing

/// One task that is written several times in a list, with parts that are still to be done.
@Suite struct CopiedTaskTests {
  /// How many places the fix of each finding about a ticked task changes.
  private func changedPlaces(copies: Int) throws -> [Int] {
    let tasks = String(repeating: "- [x] 1.1 Cut\n  - [ ] the frame\n", count: copies)
    let files = [
      "openspec/project.md": Array("# Project\n".utf8),
      "openspec/changes/add-door/tasks.md": Array("# Tasks\n\n## 1. Door\n\n\(tasks)".utf8),
    ]
    let format = try #require(PlanFormats.named("openspec"))
    let snapshot = try PlanSnapshot.read(format, at: "openspec", from: MemorySource(files), .init(now: 0))
    let location = TreeLocation(
      repository: "", root: SpecsRoot(path: "openspec"), format: "openspec", shown: [])
    let findings = PlanInspection(snapshot, .init(location)).findings.filter { $0.rule == "rollup-mismatch" }
    return findings.map { $0.fix?.files.reduce(0) { $0 + $1.edits.count } ?? 0 }
  }

  @Test("copies are unticked together, unless there are so many that each fix would be as long as the file")
  func copies() throws {
    #expect(try changedPlaces(copies: 3) == [3, 3, 3])
    #expect(try changedPlaces(copies: 200).allSatisfy { $0 <= 1 })
  }
}
