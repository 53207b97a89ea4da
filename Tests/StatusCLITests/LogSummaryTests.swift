import StatusText
import Testing

@testable import StatusCLI

struct LogSummaryTests {
  private func entry(
    _ time: String, _ command: String = "update", workflow: String? = nil, session: String? = "s",
    tasks: [Int] = [1], seconds: Double = 0.01, error: String? = nil
  ) -> String {
    func quoted(_ text: String?) -> String { text.map { "\"\($0)\"" } ?? "null" }
    let tasks = tasks.map { "{\"task\": \($0)}" }.joined(separator: ", ")
    return """
      { "time": "\(time)", "command": "\(command)", "workflow": \(quoted(workflow)), "session": \(quoted(session)), \
      "tasks": [\(tasks)], "seconds": \(seconds), "error": \(quoted(error)) }

      """
  }

  private func summary(_ lines: String...) -> LogSummary { LogSummary(Array(lines.joined().utf8)) }

  @Test func updatesAreCountedByCommandErrorAndSession() {
    let summary = summary(
      entry("2026-01-02T00:00:00Z", "finish", workflow: "plan", session: "a", seconds: 2),
      entry("2026-01-01T00:00:00Z", error: "locked"),
      entry("2026-01-03T00:00:00Z", session: nil, tasks: [1, 2], seconds: 1, error: "conflict"),
      entry("2026-01-02T00:00:00Z", error: "locked"))
    #expect(summary.all.done == 1 && summary.all.refused == 3)
    #expect(summary.times?.first == "2026-01-01T00:00:00Z" && summary.times?.last == "2026-01-03T00:00:00Z")
    #expect(summary.commandsByName.map(\.name) == ["finish plan", "update"])
    #expect(summary.errorsByCount.map { "\($0.type) \($0.count)" } == ["locked 2", "conflict 1"])
    #expect(summary.busiestSessions.map(\.name) == ["s", nil, "a"])
    #expect(summary.slowest.map(\.seconds) == [2, 1, 0.01, 0.01])
    #expect(summary.unreadCount == 0)
  }

  @Test(
    "a line that is not an entry is named",
    arguments: [
      ("{ \"time\": \"2026", "cut off"), ("{ \"time\": \"2026\n", "cut off"), ("\n", "empty"),
      ("[]", "not an entry of a log"),
      ("{\"time\": 5, \"command\": \"update\", \"seconds\": 1}", "not an entry of a log"),
      ("{\"time\": \"t\", \"command\": \"shutdown\", \"seconds\": 1}", "not an entry of a log"),
      ("{\"time\": \"t\", \"command\": \"update\", \"seconds\": 1e999}", "not an entry of a log"),
      ("\u{1B}[31m", "not JSON: "), ("<<<<<<< HEAD\n", "not JSON: "),
    ])
  func unreadLines(line: String, reason: String) {
    let summary = summary(entry("2026-01-02T00:00:00Z"), line)
    #expect(summary.all.done == 1 && summary.unreadCount == 1)
    #expect(summary.unread.first?.number == 2 && summary.unread.first?.reason.shown.hasPrefix(reason) == true)
  }

  @Test func deepAndLongLinesAreSurvived() {
    let deep = String(repeating: "[", count: 100_000)
    let summary = summary(deep + "\n", entry("2026-01-02T00:00:00Z"), String(repeating: "x\n", count: 5000))
    #expect(summary.all.done == 1 && summary.unreadCount == 5001 && summary.unread.count == 10)
  }

  @Test func text() {
    let text = LogText(
      summary(
        entry("2026-01-02T00:00:00Z", "finish", workflow: "plan", tasks: [12], seconds: 2.04),
        entry("2026-01-02T00:00:01Z", session: nil, tasks: [1, 2], error: #"\u001B[31m"#), "oops\n", "{")
    ).render().shown
    #expect(
      text == """
        2 updates from 2026-01-02T00:00:00Z to 2026-01-02T00:00:01Z: 1 done, 1 refused

        COMMAND        DONE  REFUSED
        finish plan       1        0
        update            0        1

        REFUSED  BECAUSE OF
              1  \\u{1B}[31m

           TIME  SLOWEST
          2.0 s  finish plan 12, 2026-01-02T00:00:00Z
          10 ms  update, 2 tasks, 2026-01-02T00:00:01Z

        SESSION         DONE  REFUSED
        (no session)       0        1
        s                  1        0

        2 lines not counted
          line 3: not JSON: found 'oops', expected a value
          line 4: cut off

        """)
    #expect(LogText(summary()).render().shown == "0 updates\n")
  }
}
