import StatusCLI
import StatusDevTools
import StatusDiagnostics
import StatusModel
import StatusRules
import StatusTestSupport
import StatusTestTrees
import Testing

/// What the fixes that choose between claims do to the lines of each file, and where they stay away.
@Suite struct FixResultTests {
  /// A finding of a corpus case, by rule and task, and the lines that its fix takes out and puts in.
  struct Result: Sendable, CustomTestStringConvertible {
    let directory: String
    let rule: String
    let task: Int
    /// By path: lines without their indentation, `-` before those that go, `+` before those that come. Empty
    /// when there is no fix.
    let changes: [String: [String]]

    init(_ directory: String, _ rule: String, task: Int, _ changes: [String: [String]]) {
      self.directory = directory
      self.rule = rule
      self.task = task
      self.changes = changes
    }

    var testDescription: String { "\(directory), \(rule) of task \(task)" }
  }

  private static let todo = "specs/TODO.md"
  private static let registry = "specs/state.json"

  static let results: [Result] =
    mismatches + [
      Result("plan-task-mismatch/dated", "plan-task-mismatch", task: 3, [:]),
      Result(
        "plan-task-mismatch/dated", "plan-task-mismatch", task: 2,
        [
          todo: ["-- **Status**: [PLANNED]", "+- **Status**: [IMPLEMENTING]", "+- **Started**: 2026-01-10"],
          registry: [
            "-\"status\": \"planned\",", "+\"status\": \"implementing\",", "+\"started\": \"2026-01-10\",",
          ],
          "specs/002_rake_the_leaves/state.json": [
            "-\"phase\": \"planned\",", "+\"phase\": \"implementing\",",
          ],
        ]),
      Result(
        "plan-task-mismatch/dated", "plan-task-mismatch", task: 1,
        [
          todo: [
            "-- **Status**: [IMPLEMENTING]", "+- **Status**: [COMPLETED]", "+- **Completed**: 2026-01-11",
          ],
          registry: [
            "-\"status\": \"implementing\",", "+\"status\": \"completed\",",
            "+\"completed\": \"2026-01-11\",",
          ],
          "specs/001_mow_the_lawn/state.json": [
            "-\"phase\": \"planned\",", "+\"phase\": \"implementation_completed\",",
            "-\"status\": \"active\",", "+\"status\": \"completed\",",
          ],
        ]),
      Result("untracked-task/on-disk", "untracked-task", task: 4, [:]),
      Result(
        "untracked-task/on-disk", "untracked-task", task: 3,
        [
          registry: [
            "+},", "+{", "+\"project_number\": 3,", "+\"project_name\": \"trim_the_hedge\",",
            "+\"status\": \"not_started\",", "+\"priority\": \"low\",", "+\"language\": \"markdown\",",
            "+\"created\": \"2026-01-03T08:00:00Z\",", "+\"last_updated\": \"2026-01-03\"",
          ]
        ]),
      Result("unlisted-task/known-effort", "unlisted-task", task: 3, [:]),
      Result("unlisted-task/known-effort", "unlisted-task", task: 4, [:]),
      Result(
        "unlisted-task/known-effort", "unlisted-task", task: 2,
        [
          todo: [
            "+### 2. Rake the leaves", "+- **Effort**: 3 hours", "+- **Status**: [IMPLEMENTING]",
            "+- **Started**: 2026-01-12", "+- **Priority**: High", "+- **Language**: markdown", "+",
          ]
        ]),
      Result("phase-number-gap/references", "phase-number-gap", task: 2, [:]),
      Result(
        "missing-timestamp/claude", "missing-timestamp", task: 4,
        [registry: ["+\"completed\": \"2026-01-06\","]]),
    ]

  private static let mismatches = [
    Result(
      "status-mismatch/whole-task", "status-mismatch", task: 1,
      [
        registry: [
          "-\"status\": \"implementing\",", "+\"status\": \"blocked\",", "-\"blocked\": null,",
          "+\"blocked\": \"2026-01-11\",", "-\"last_updated\": \"2026-01-12\"",
          "+\"last_updated\": \"2026-01-12\",", "+\"blocking_reason\": \"the mower is broken\"",
        ]
      ]),
    Result(
      "status-mismatch/whole-task", "status-mismatch", task: 2,
      [
        todo: [
          "-- **Status**: [RESEARCHED]", "+- **Status**: [COMPLETED]", "-- **Completed**: 2026-01-10",
          "+- **Researched**: 2026-01-10", "+- **Completed**: 2026-01-12",
        ]
      ]),
    // The plan has a phase in progress.
    Result("status-mismatch/whole-task", "status-mismatch", task: 3, [:]),
    Result(
      "status-mismatch/whole-task", "status-mismatch", task: 4,
      [
        registry: [
          "-\"status\": \"implementing\",", "+\"status\": \"completed\",", "+\"completed\": \"2026-01-12\",",
        ],
        "specs/004_water_the_roses/state.json": [
          "-\"phase\": \"planned\",", "+\"phase\": \"implementation_completed\",",
          "-\"status\": \"active\",", "+\"status\": \"completed\",",
        ],
      ]),
    Result(
      "status-mismatch/whole-task", "status-mismatch", task: 5,
      [
        todo: [
          "-- **Status**: [NOT STARTED]", "+- **Status**: [ABANDONED]", "+- **Abandoned**: 2026-01-12",
          "+- **Abandonment Reason**: the path is \"gone\"",
        ]
      ]),
  ]

  @Test("the lines that a fix takes out and puts in", arguments: results)
  func changesLines(result: Result) throws {
    let path = "\(Project.directory)/Corpus/rules/\(result.directory)"
    let testCase = try CorpusCase(directory: path)
    let now = try #require(Timestamp.read(testCase.now).found?.timestamp)
    var tree = MemoryTree(
      files: try MemoryTree.files(below: "\(path)/before"), profile: testCase.profile.flatMap(Profile.named),
      now: now)
    tree.selection = try RuleSelection([RuleChoice(select: [result.rule])])
    let found = tree.findings().filter { $0.task == result.task }
    #expect(!found.isEmpty)
    guard let fix = found.lazy.compactMap(\.fix).first else {
      #expect(result.changes.isEmpty)
      return
    }
    let fixed = try #require(tree.applying(fix))
    var changes: [String: [String]] = [:]
    for file in fix.files {
      changes[file.path] = difference(tree.files[file.path] ?? [], fixed.files[file.path] ?? [])
    }
    #expect(changes.mapValues { $0.sorted() } == result.changes.mapValues { $0.sorted() })
  }

  private func difference(_ old: [UInt8], _ new: [UInt8]) -> [String] {
    func lines(_ bytes: [UInt8]) -> [String] {
      bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        .map { String(decoding: $0.drop { $0 == 0x20 }, as: UTF8.self) }
    }
    return lines(new).difference(from: lines(old)).map { change in
      switch change {
      case .insert(_, let line, _): "+\(line)"
      case .remove(_, let line, _): "-\(line)"
      }
    }
  }

  /// A tree of one task, which both files know, with a plan.
  private func tree(_ todo: String, _ status: String, phases: String) throws -> MemoryTree {
    let plan =
      "# Plan\n\n- **Task**: 1 - T\n- **Status**: [IN PROGRESS]\n\n## Implementation Phases\n\n\(phases)"
    return MemoryTree(
      files: [
        "specs/TODO.md": Array("# TODO\n\n### 1. T\n- **Effort**: 1 hour\n\(todo)- **Language**: a\n".utf8),
        "specs/state.json": Array(
          #"{"active_projects": [{"project_number": 1, "project_name": "t", \#(status)}]}"#.utf8),
        "specs/001_t/plans/implementation-001.md": Array(plan.utf8),
      ],
      profile: .opencode, now: try #require(Timestamp.read("2026-06-01T00:00:00Z").found?.timestamp))
  }

  static let openPhases = [
    "### Phase 1: A [COMPLETED]\n### Phase 2: B [NOT STARTED]\n",
    "### Phase 1: A [COMPLETED]\n### Phase 2: B\n", "### Phase 1: A [ABANDONED]\n",
    "### Phase 1: A [COMPLETED]\n#### Phase 1A: B [IN PROGRESS]\n", "### Phase 1: A [DONE]\n",
    "### Phase 1: A [COMPLETED]\n### Phase: B [COMPLETED]\n", "<<<<<<< a\n=======\n>>>>>>> b\n",
  ]

  @Test("no fix completes a task whose plan is not", arguments: openPhases)
  func neverCompletes(phases: String) throws {
    let date = "- **Completed**: 2026-01-02\n"
    let trees = [
      try tree("- **Status**: [COMPLETED]\n\(date)", #""status": "implementing""#, phases: phases),
      try tree(
        "- **Status**: [IMPLEMENTING]\n", #""status": "completed", "completed": "2026-01-02""#, phases: phases
      ),
      try tree("- **Status**: [DONE]\n\(date)", #""status": "implementing""#, phases: phases),
      try tree("", #""status": "completed", "completed": "2026-01-02""#, phases: phases),
      try tree("- **Status**: [IMPLEMENTING]\n", #""status": "implementing""#, phases: phases),
    ]
    for tree in trees {
      let before = completions(tree)
      for fix in tree.findings().compactMap(\.fix) {
        let fixed = try #require(tree.applying(fix))
        #expect(completions(fixed) <= before, "\(fix.description)")
      }
    }
    let done = "### Phase 1: A [COMPLETED]\n#### Phase 1A: B\n"
    let open = try tree("- **Status**: [COMPLETED]\n\(date)", #""status": "implementing""#, phases: done)
    let fix = try #require(open.findings().first { $0.rule == "status-mismatch" }?.fix)
    let completed = try #require(open.applying(fix))
    #expect(completions(completed) > completions(open))
  }

  @Test("no fix makes a task end before it begins")
  func neverDisorders() throws {
    let phases = "### Phase 1: A [COMPLETED]\n"
    let todo = "- **Status**: [COMPLETED]\n- **Completed**: 2026-01-02\n"
    for (started, isOffered) in [("2026-01-03", false), ("2026-01-02", true)] {
      let tree = try tree(todo, #""status": "planned", "started": "\#(started)""#, phases: phases)
      let finding = tree.findings().first { $0.rule == "status-mismatch" }
      #expect((finding?.fix != nil) == isOffered)
    }
  }

  /// In how many of the task's two files it is completed.
  private func completions(_ tree: MemoryTree) -> Int {
    let todo = String(decoding: tree.files["specs/TODO.md"] ?? [], as: UTF8.self)
    let state = String(decoding: tree.files["specs/state.json"] ?? [], as: UTF8.self)
    return (todo.contains("- **Status**: [COMPLETED]") ? 1 : 0)
      + (state.contains(#""status": "completed""#) ? 1 : 0)
  }
}
