import StatusEngine
import StatusModel
import StatusRules
import StatusText

/// A tree in memory with one task that is being implemented, and its plan.
enum PlanTree {
  private static let planPath = "specs/001_rake/plans/implementation-001.md"
  private static let others = [
    "specs/TODO.md": """
    # TODO

    ### 1. Rake
    - **Effort**: 1 hour
    - **Status**: [IMPLEMENTING]
    - **Started**: 2026-01-10
    - **Priority**: High
    - **Language**: markdown
    - **Plan**: 001_rake/plans/implementation-001.md

    """,
    "specs/state.json": """
    {
      "next_project_number": 2,
      "active_projects": [
        {
          "project_number": 1,
          "project_name": "rake",
          "status": "implementing",
          "language": "markdown",
          "started": "2026-01-10"
        }
      ]
    }

    """,
  ]
  private static let now: Timestamp = {
    guard let day = CalendarDay(year: 2026, month: 6, day: 1) else { fatalError("not a day") }
    return Timestamp(day)
  }()

  /// The tree whose plan has these bytes, as all rules judge it.
  static func inspection(plan: [UInt8], _ profile: Profile) throws -> Inspection {
    var files = others.mapValues { Array($0.utf8) }
    files[planPath] = plan
    return try inspection(files, profile)
  }

  /// The tree of `inspection`, read again from its bytes.
  static func again(_ inspection: Inspection) throws -> Inspection {
    let files = inspection.snapshot.workspace.files.map { ($0.path, $0.source.bytes) }
    return try self.inspection(
      Dictionary(files) { first, _ in first }, inspection.snapshot.workspace.profile)
  }

  private static func inspection(_ files: [String: [UInt8]], _ profile: Profile) throws -> Inspection {
    var settings = Snapshot.Settings(now: now)
    settings.profile = profile
    settings.keepsBytes = true
    settings.jobs = 1
    let root = SpecsRoot(path: "specs")
    settings.selection = .standard
    return Inspection(
      try Snapshot.read(root, from: MemorySource(files), settings),
      Inspection.Settings(TreeLocation(repository: "", root: root), jobs: 1))
  }

  /// The plan; nil if its bytes are not one.
  static func plan(of inspection: Inspection) -> Plan? {
    inspection.snapshot.workspace.file(at: planPath)?.plan
  }
}
