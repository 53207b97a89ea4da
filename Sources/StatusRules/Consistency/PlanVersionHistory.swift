import StatusDiagnostics
import StatusModel
import StatusText

/// plan_versions is not 1, 2, 3, …, or plan_path is not the latest version.
struct PlanVersionHistory: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "plan-version-history", family: .consistency, severity: .warning, fix: .none,
    summary: "The versions in plan_versions are not 1, 2, 3, …, or plan_path is not the latest of them.",
    rationale: """
      The next revision of a plan gets the number after the last one. After a gap or a repetition, it is unknown \
      which plan a version means. If plan_path is not the latest version, agents implement a plan that was \
      replaced.
      """,
    bad: [
      "specs/state.json": """
      {
        "active_projects": [
          {
            "project_number": 7,
            "status": "not_started",
            "plan_versions": [
              {"version": 1, "path": "plans/implementation-001.md"},
              {"version": «3», "path": "plans/implementation-002.md"}
            ]
          }
        ]
      }
      """,
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      """,
      "specs/007_sort_the_cellar/plans/implementation-002.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      """,
    ],
    good: [
      "specs/state.json": """
      {
        "active_projects": [
          {
            "project_number": 7,
            "status": "not_started",
            "plan_versions": [
              {"version": 1, "path": "plans/implementation-001.md"},
              {"version": 2, "path": "plans/implementation-002.md"}
            ]
          }
        ]
      }
      """,
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      """,
      "specs/007_sort_the_cellar/plans/implementation-002.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      """,
    ])

  func check(_ workspace: Workspace, into findings: inout FindingCollector) {
    for file in workspace.files {
      switch file.content {
      case .registry(let registry) where file.kind == .registry:
        for entry in registry.entries { check(entry, of: entry.number, in: file, workspace, &findings) }
      case .projectState(let state):
        check(state, of: workspace.taskNumber(of: file), in: file, workspace, &findings)
      default: break
      }
    }
  }

  private func check(
    _ state: StateEntry, of task: Int?, in file: TrackedFile, _ workspace: Workspace,
    _ findings: inout FindingCollector
  ) {
    let versions = state.plan.versions
    if versions.isEmpty { return }
    for (index, version) in versions.enumerated() where version.number?.value != index + 1 {
      let range = version.number?.range ?? ByteRange(version.range.lower, version.range.lower + 1)
      findings.report(
        .entry, .outOfOrder(version.number?.value, expected: index + 1), in: file.source, at: range,
        task: task,
        help: .countUp, evidence: "\(version.number?.value ?? 0) \(version.path ?? "")")
      return
    }
    guard let (path, range) = state.plan.path, let latest = versions.last, let latestPath = latest.path,
      leadsElsewhere(path, latestPath, task, workspace)
    else { return }
    findings.report(
      .entry, .notLatest(path, versions.count, latestPath), in: file.source, at: range, task: task,
      related: [RelatedLocation(Location(path: file.path, range: latest.range), .latest(versions.count))])
  }

  /// Whether two paths cannot lead to the same file, in whatever way they are written.
  private func leadsElsewhere(_ path: String, _ other: String, _ task: Int?, _ workspace: Workspace) -> Bool {
    if path == other { return false }
    let directories =
      task.flatMap { workspace.task($0) }?.directories.map { workspace.directories[$0].path } ?? []
    func places(_ link: String) -> Set<String> {
      var places: Set<String> = []
      workspace.root.visitCandidates(for: link, directories: directories) { place in
        places.insert(place)
        return false
      }
      return places
    }
    return places(path).isDisjoint(with: places(other))
  }
}

extension String {
  fileprivate static func outOfOrder(_ version: Int?, expected: Int) -> String {
    version.map { "plan_versions has version \($0) where version \(expected) is expected" }
      ?? "an entry of plan_versions has no version number; version \(expected) is expected"
  }
  fileprivate static let countUp =
    "the versions of a plan are 1, 2, 3, … in the order in which they were made"
  fileprivate static func notLatest(_ path: String, _ version: Int, _ latest: String) -> String {
    "plan_path is \"\(path)\", but the latest version (\(version)) is \"\(latest)\""
  }
  fileprivate static func latest(_ version: Int) -> String { "version \(version) is the latest" }
}
