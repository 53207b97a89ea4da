import StatusEditing
import StatusModel
import StatusText
import Testing

/// What a change of a status does to the dates of one file.
@Suite struct DateChangesTests {
  private func changes(
    from old: Status?, to new: Status, _ fields: String, undone: Set<StatusEvent> = []
  ) throws -> DateChanges {
    let day = try #require(Timestamp.read("2026-01-10").found?.timestamp)
    let dates = Dictionary(uniqueKeysWithValues: StatusEvent.allCases.map { ($0, day) })
    let change = TaskChange(from: old, to: new, dates: dates, reason: nil, undone: undone)
    let list = TrackedFile(
      kind: .taskList, directory: -1,
      source: SourceText("# T\n\n### 1. A\n- **Effort**: 2 hours\n\(fields)"),
      vocabulary: Profile.opencode.vocabulary
    ).taskList
    return DateChanges(change, claims: try #require(list?.tasks.first).timestamps, .opencode)
  }

  /// The line of a date.
  private func line(_ name: String, _ value: String = "2026-01-05") -> String { "- **\(name)**: \(value)\n" }

  @Test("an active status gets Started, once")
  func started() throws {
    #expect(try changes(from: .notStarted, to: .researching, "").set == [.started])
    #expect(try changes(from: .researched, to: .planning, line("Started")).set.isEmpty)
    #expect(try changes(from: .researched, to: .planning, line("Started", "TBD")).set == [.started])
  }

  @Test("a status gets the date with its name, over an older one")
  func ownDate() throws {
    #expect(try changes(from: .inProgress, to: .blocked, line("Blocked")).set == [.blocked])
    #expect(try changes(from: nil, to: .blocked, "").set == [.blocked])
  }

  @Test("a status that stays gets only a date that is missing")
  func missingDate() throws {
    #expect(try changes(from: .blocked, to: .blocked, line("Blocked")).set.isEmpty)
    #expect(try changes(from: .researched, to: .researched, line("Completed")).set.isEmpty)
    #expect(try changes(from: .researched, to: .researched, "").set == [.researched])
  }

  @Test("the date of a stage gives up the name Completed")
  func renames() throws {
    #expect(try changes(from: .researched, to: .planning, line("Completed")).renamed == .researched)
    #expect(try changes(from: .researched, to: .completed, line("Completed")).renamed == .researched)
    let both = line("Researched") + line("Completed")
    #expect(try changes(from: .researched, to: .planning, both).renamed == nil)
    #expect(try changes(from: .implementing, to: .completed, line("Completed")).renamed == nil)
  }

  @Test("what is undone goes, where it is, and a task that begins anew gets nothing")
  func removals() throws {
    let ended = try changes(from: .completed, to: .implementing, line("Completed"), undone: [.completed])
    #expect(ended.removed == [.completed])
    #expect(try changes(from: .blocked, to: .inProgress, "", undone: [.abandoned]).removed.isEmpty)
    let anew = try changes(
      from: .abandoned, to: .notStarted, line("Started") + line("Abandoned"),
      undone: Set(StatusEvent.allCases))
    #expect(anew.removed == [.started, .abandoned])
    #expect(anew.set.isEmpty)
  }

  @Test("an unknown date is not written")
  func unknownDate() {
    let change = TaskChange(from: .inProgress, to: .blocked, dates: [:], reason: nil)
    #expect(DateChanges(change, claims: [], .opencode).set.isEmpty)
  }
}
