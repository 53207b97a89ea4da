import StatusSyntax
import StatusText
import Testing

@testable import StatusClaims

/// The tasks of a Markdown file.
@Suite struct ChecklistTests {
  private func list(_ text: String, _ ids: CheckboxDialect.Ids = .dotted) -> Checklist {
    var dialect = CheckboxDialect(ids: ids)
    dialect.marks = [UInt8(ascii: "-"): .active]
    let source = SourceText(path: "tasks.md", bytes: Array(text.utf8))
    return Checklist(source, MarkdownOutline(source), dialect)
  }

  private func titles(_ list: Checklist, _ isIncluded: (Checklist.Box) -> Bool) -> [String] {
    list.boxes.filter(isIncluded).map { list.source.text($0.title) }
  }

  @Test("marks have the meaning that the dialect gives them")
  func marks() {
    let list = list(
      "- [ ] a\n- [x] b\n- [X] c\n- [-] d\n- [?] e\n- [] f\n- [✓] g\n- [P] h\n- [1] i\n- [j](k)\n")
    #expect(list.boxes.map(\.state) == [.open, .done, .done, .active, .unknown, .open, .unknown])
    #expect(list.boxes.map(\.correction) == [nil, nil, nil, nil, nil, ASCII.space, nil])
    #expect(titles(list, \.looksTicked) == ["g"])
  }

  @Test("boxes in code, quotes and comments are not tasks")
  func hidden() {
    let list = list("- [ ] a\n\n```\n- [ ] b\n```\n\n> - [ ] c\n\n<!--\n- [ ] d\n-->\n\n    - [ ] e\n")
    #expect(titles(list) { _ in true } == ["a"])
    #expect(list.isComplete)
  }

  @Test("a fence that never ends hides tasks")
  func unclosed() {
    let list = list("- [x] a\n\n```\n- [ ] b\n- [ ] c\n")
    #expect(!list.isComplete)
    #expect(!list.isDone)
    #expect(list.openFences.map(\.hidden) == [2])
  }

  @Test("a task is a part of the one that it is nested in, or whose number it continues")
  func parents() {
    #expect(list("- [ ] a\n  - [ ] b\n    - [ ] c\n- [ ] d\n").boxes.map(\.parent) == [nil, 0, 1, nil])
    #expect(
      list("- [ ] 1. a\n- [ ] 1.1 b\n- [ ] 1.1.1 c\n- [ ] 2. d\n").boxes.map(\.parent) == [nil, 0, 1, nil])
    #expect(list("## A\n- [ ] 1. a\n\n## B\n- [ ] 1.1 b\n").boxes.map(\.parent) == [nil, nil])
  }

  @Test("a parent whose parts are all ticked is not missing work")
  func doneByParts() {
    let list = list("- [ ] a\n  - [x] b\n  - [x] c\n- [ ] d\n  - [x] e\n  - [ ] f\n")
    #expect(titles(list, \.isDoneByParts) == ["a"])
    #expect(titles(list, \.isMissing) == ["d", "f"])
  }

  @Test("what was given up, set aside or is optional is not owed")
  func flags() {
    let list = list(
      """
      - [ ]* 1.1 a
      - [ ] ~~b~~
      - [ ] c (deferred)
      - [ ] d
        **Note**: Skipped
      - [ ] e

      ## Future work
      - [ ] f

      """)
    #expect(list.boxes.map(\.flags) == [.optional, .dropped, .dropped, .dropped, [], .aside])
    #expect(titles(list, \.isMissing) == ["e"])
  }

  @Test("an open copy of a ticked task is not owed")
  func twins() {
    let list = list("- [x] 1.1 Read the log\n- [ ] 1.1 Read the log again\n- [ ] 1.1 Paint the wall\n")
    #expect(list.boxes.map { $0.flags.contains(.twin) } == [false, true, false])
  }

  @Test("boxes on lines of one paragraph are tasks of their own")
  func lazyLines() {
    let list = list("- [x] a\n- [ ] b\n* [ ] c\n1. [ ] d\n")
    #expect(list.boxes.map(\.bullet) == [0x2D, 0x2D, 0x2A, 0x2E])
  }

  @Test("an edit changes the mark and nothing else")
  func edit() {
    let list = list("* [ ]  1.2 a\r\n")
    let edits = EditSet([list.edit(list.boxes[0], mark: list.tick(CheckboxDialect(ids: .dotted)))])
    #expect(
      edits?.applied(to: list.source.bytes).map { String(decoding: $0, as: UTF8.self) } == "* [x]  1.2 a\r\n")
  }

  @Test("a file keeps the letter of its ticks")
  func tick() {
    let dialect = CheckboxDialect(ids: .dotted)
    #expect(list("- [X] a\n- [X] b\n- [x] c\n").tick(dialect) == UInt8(ascii: "X"))
    #expect(list("- [X] a\n- [x] c\n").tick(dialect) == dialect.tick)
  }

  @Test("headings know the tasks below them")
  func headings() {
    let list = list("# A\n- [ ] a\n\n## B\n- [x] b\n\n# C\n- [ ] c\n")
    #expect(list.headings.map { $0.firstBox..<$0.endBox } == [0..<2, 1..<2, 2..<3])
    #expect(list.boxes(below: "b").map(\.isDone) == [true])
  }

  @Test("many tasks take linear time")
  func manyTasks() {
    let text = String(repeating: "- [ ] 1.1 Read (the) log: now - and then\n  - [x] 1.1.1 b\n", count: 20_000)
    #expect(list(text).boxes.count == 40_000)
  }
}
