import StatusTestSupport
import Testing

/// The example in docs/history.md is what the program prints.
@Suite(.timeLimit(.minutes(5)))
struct HistoryPageTests {
  private static func taskList(_ marker: String) -> String {
    """
    # TODO

    ### 7. Sort the cellar
    - **Status**: [\(marker)]
    - **Effort**: 2 hours

    """
  }

  private static func registry(_ status: String) -> String {
    """
    {
      "active_projects": [
        {"project_number": 7, "project_name": "sort_the_cellar", "status": "\(status)"}
      ]
    }

    """
  }

  /// The files after each commit of the example, with who made it, when, and what it was called.
  private static let commits: [(list: String, state: String, author: String, time: String, subject: String)] =
    [
      ("NOT STARTED", "not_started", "Ann", "2026-01-15T12:00:00Z", "task 7: create"),
      ("PLANNED", "not_started", "Ann", "2026-01-16T09:30:00Z", "task 7: plan"),
      ("PLANNED", "planned", "Ann", "2026-01-16T09:41:00Z", "task 7: registry"),
      ("NOT STARTED", "not_started", "Ben", "2026-01-18T17:05:00Z", "clean up"),
    ]

  @Test func theExampleIsTrue() async throws {
    let directory = try TemporaryDirectory()
    var script = "git init -q -b main ."
    for (index, commit) in Self.commits.enumerated() {
      try directory.write(Self.taskList(commit.list), to: "versions/\(index)/TODO.md")
      try directory.write(Self.registry(commit.state), to: "versions/\(index)/state.json")
      let who = ["AUTHOR", "COMMITTER"].map { role in
        "GIT_\(role)_NAME=\(commit.author) GIT_\(role)_EMAIL=a@example.org GIT_\(role)_DATE=\(commit.time)"
      }
      script += """
         && mkdir -p specs && cp versions/\(index)/* specs/ && git add specs \
        && \(who.joined(separator: " ")) git commit -q -m '\(commit.subject)'
        """
    }
    var setup = Invocation(arguments: [], directory: directory.path)
    setup.shell = script
    let made = try await setup.run()
    try #require(made.exitCode == 0, "\(made.testDescription)")
    let outcome = try await Invocation(["history", "7"], directory: directory.path).run()
    let page = String(
      decoding: try FileBytes.read("\(Project.directory)/docs/history.md"), as: UTF8.self)
    #expect(page.contains("```text\n$ statuslint history 7\n\(outcome.output)```\n"), "\(outcome.output)")
  }
}
