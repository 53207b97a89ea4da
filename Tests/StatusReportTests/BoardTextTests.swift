import StatusDiagnostics
import StatusText
import Testing

@testable import StatusReport

struct BoardTextTests {
  private let tree = CheckedTree(root: "specs", profile: "claude", profileReason: "by default")

  private func board(_ tasks: [TaskOverview], color: Bool = false, width: Int? = nil) -> String {
    var options = SampleResult.options
    options.color = color
    options.width = width
    return String(decoding: BoardText(tasks, of: tree, options).render(), as: UTF8.self)
  }

  private func task(
    _ number: Int, _ title: String, _ state: TaskOverview.State, done: Int = 0, of phases: Int = 0,
    isUnreadable: Bool = false
  ) -> TaskOverview {
    TaskOverview(
      root: "specs", number: number, title: title, state: state, days: nil,
      phases: (0..<phases).map {
        TaskOverview.Phase(
          number: "\($0 + 1)", title: "", state: $0 < done ? completed : planned, days: nil)
      }, hasUnreadablePhases: isUnreadable)
  }

  private let implementing = TaskOverview.State("IMPLEMENTING", .active, place: 5)
  private let planned = TaskOverview.State("PLANNED", .resting, place: 4)
  private let completed = TaskOverview.State("COMPLETED", .done, place: 6)

  @Test func worked() {
    let tasks = [
      task(7, "Old", completed), task(12, "Parse dates", implementing, done: 2, of: 4),
      task(103, "Print", implementing, done: 10, of: 10), task(5, "", implementing),
      task(6, "Unclear", implementing, done: 1, of: 3, isUnreadable: true),
    ]
    #expect(
      board(tasks) == """
        IMPLEMENTING  4
           12  █████░░░░░    2/4  Parse dates
          103  ██████████  10/10  Print
            5                     (no title)
            6                1/?  Unclear

        COMPLETED  1
            7  Old

        5 tasks in specs, profile claude: by default

        """)
  }

  @Test func noTaskAndOne() {
    #expect(board([]) == "0 tasks in specs, profile claude: by default\n")
    #expect(
      board([task(1, "a", planned)], width: 30)
        == "PLANNED  1\n  1  a\n\n1 task in specs, profile claude: by default\n")
  }

  @Test func ofMuchThatHasEndedTenAreListed() {
    let text = board((1...500).map { task($0, "t", $0 % 2 == 0 ? completed : planned) })
    #expect(text.contains("COMPLETED  250\n    2  t\n") && text.contains("   20  t\n  and 240 more\n"))
    #expect(text.contains("  499  t\n"))
  }

  @Test(arguments: [20, 40, 59, 60, 80])
  func titlesAreCutToTheTerminal(width: Int) {
    let title = "漢字漢字 e\u{301}tude 👩‍👩‍👧 \u{202E} \(String(repeating: "long ", count: 40))"
    let text = board([task(1, title, implementing, done: 1, of: 2)], width: width)
    let line = text.split(separator: "\n")[1]
    #expect(DisplayWidth.columns(of: String(line)) <= max(width, 20) && line.hasSuffix("…"), "\(line)")
    #expect(line.contains("░") == (width >= 60))
  }

  @Test func colorIsForTheStatusAlone() {
    let text = board([task(1, "a", implementing)], color: true)
    #expect(text.hasPrefix("\u{1B}[1;36mIMPLEMENTING\u{1B}[0m  1\n  1  a\n"))
    #expect(!board([task(1, "\u{1B}[31ma", implementing)]).contains("\u{1B}"))
  }
}
