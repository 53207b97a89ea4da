import StatusTestSupport
import Testing

/// How many tasks a history says were opened, closed and reopened.
@Suite(.timeLimit(.minutes(5)))
struct HistoryCountTests {
  /// What each commit makes of a tree, and what there is to count then.
  struct Course: CustomTestStringConvertible {
    let testDescription: String
    /// For each commit, what TODO.md and state.json say of the tasks: the title and the status; and whether the archive
    /// has a directory for task 1.
    let commits: [(list: [Int: (String, String)], registry: [Int: String], isArchived: Bool)]
    let counts: [String: Int]

    init(
      _ name: String, opened: Int, closed: Int, reopened: Int,
      _ commits: (list: [Int: (String, String)], registry: [Int: String], isArchived: Bool)...
    ) {
      testDescription = name
      self.commits = commits
      counts = ["opened": opened, "closed": closed, "reopened": reopened]
    }
  }

  private static func both(_ status: String) -> (
    list: [Int: (String, String)], registry: [Int: String], isArchived: Bool
  ) {
    said(status, status)
  }

  /// What the files say of task 1, beside another task.
  private static func said(
    _ list: String?, _ registry: String?, title: String = "Sort the cellar", isArchived: Bool = false
  ) -> (list: [Int: (String, String)], registry: [Int: String], isArchived: Bool) {
    var tasks = [2: ("Bake bread", "planned")]
    var entries = [2: "planned"]
    if let list { tasks[1] = (title, list) }
    if let registry { entries[1] = registry }
    return (tasks, entries, isArchived)
  }

  static let courses = [
    Course(
      "two files say one after the other that a task has ended, and that it goes on", opened: 2, closed: 1,
      reopened: 1, both("implementing"), said("completed", "implementing"), both("completed"),
      said("implementing", "completed"), both("implementing")),
    Course(
      "one file takes back what the other one never said", opened: 2, closed: 1, reopened: 1,
      both("implementing"), said("completed", "implementing"), both("implementing")),
    Course(
      "one file goes on that never said that the task had ended", opened: 2, closed: 1, reopened: 0,
      both("implementing"), said("completed", "implementing"), said("completed", "partial")),
    Course("a task that is new and has ended", opened: 2, closed: 1, reopened: 0, both("completed")),
    Course(
      "from one end to another", opened: 2, closed: 1, reopened: 0, both("implementing"),
      both("completed"), both("abandoned")),
    Course(
      "a task that is gone is not open", opened: 2, closed: 1, reopened: 0, both("planned"), said(nil, nil)),
    Course(
      "a task that ended and is gone was closed once", opened: 2, closed: 1, reopened: 0, both("completed"),
      said(nil, nil)),
    Course(
      "a task that is put away is not open", opened: 2, closed: 1, reopened: 0, both("planned"),
      said(nil, nil, isArchived: true)),
    Course(
      "a number that is used anew while its task was open", opened: 3, closed: 1, reopened: 0,
      both("planned"),
      said("planned", "planned", title: "Wash all windows")),
    Course(
      "a number that is used anew", opened: 3, closed: 1, reopened: 0, both("completed"),
      said("planned", "planned", title: "Wash all windows")),
  ]

  @Test(arguments: courses) func tasksAreCountedOnce(_ course: Course) async throws {
    let tree = try SampleTree()
    tree.repository.remove("specs")
    var script = "init -q -b main ."
    for (number, commit) in course.commits.enumerated() {
      let list = commit.list.sorted { $0.key < $1.key }.map { number, task in
        "### \(number). \(task.0)\n- **Status**: [\(task.1.uppercased())]\n"
      }
      let entries = commit.registry.sorted { $0.key < $1.key }.map { number, status in
        #"{"project_number": \#(number), "project_name": "task_\#(number)", "status": "\#(status)"}"#
      }
      let files = "versions/\(number)/specs"
      try tree.repository.write("# TODO\n\n\(list.joined(separator: "\n"))", to: "\(files)/TODO.md")
      try tree.repository.write(
        #"{"active_projects": [\#(entries.joined(separator: ", "))]}"#, to: "\(files)/state.json")
      if commit.isArchived {
        try tree.repository.write("# Report\n", to: "\(files)/archive/001_sort_the_cellar/reports/r.md")
      }
      script += " && rm -rf specs && cp -r \(files) . && git add specs && git commit -q -m '\(number)'"
    }
    try await tree.git(script)
    let json = try await tree.run("history", "--summary", "--format", "json").json()
    guard case .array(let months) = json["months"], let month = months.first, months.count == 1 else {
      Issue.record("\(json)")
      return
    }
    for (name, count) in course.counts {
      #expect(month[name] == .number(Double(count)), "\(name): \(month)")
    }
    let page = try await tree.run("history", "--format", "html").output
    let counts = ["opened", "closed", "reopened"].map { course.counts[$0] ?? 0 }
    let numbers = counts + [counts[0] - counts[1] + counts[2]]
    #expect(page.contains("2026-01</th>\(numbers.map { "<td>\($0)</td>" }.joined())"), "\(numbers)")
  }

  @Test func theTimeInAStatusGoesOnWhereTheTreeIsMoved() async throws {
    let tree = try SampleTree()
    tree.repository.remove("specs")
    func write(_ status: String, in root: String) throws {
      try tree.repository.write("# TODO\n\n### 1. Task\n- **Status**: [\(status)]\n", to: "\(root)/TODO.md")
    }
    try write("PLANNED", in: "specs")
    try await tree.git(
      "init -q -b main . && git add -A && git commit -q --date 2026-01-01T00:00:00Z -m begin")
    try write("IMPLEMENTING", in: "specs")
    try await tree.git("commit -q -a --date 2026-01-02T00:00:00Z -m implement")
    try await tree.git("mv specs moved && mkdir .claude && git mv moved .claude/specs")
    try await tree.git("commit -q --date 2026-01-04T00:00:00Z -m move")
    try write("COMPLETED", in: ".claude/specs")
    try await tree.git("commit -q -a --date 2026-01-05T00:00:00Z -m complete")
    let json = try await tree.run("history", "--summary", "--format", "json").json()
    guard case .array(let statuses) = json["statuses"] else {
      Issue.record("\(json)")
      return
    }
    let times = statuses.map { [$0["status"], $0["median_seconds"], $0["times"]] }
    #expect(
      times == [
        [.string("planned"), .number(86_400), .number(1)],
        [.string("implementing"), .number(3 * 86_400), .number(1)],
      ], "\(json)")
  }
}
