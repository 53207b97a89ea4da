import StatusDiagnostics
import StatusEngine
import StatusModel
import StatusRules
import StatusText

/// A tree in memory with one task that is being implemented, and its plan.
struct PlanTree: FixableTree {
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
  private static let inspectors = Dictionary(
    uniqueKeysWithValues: Profile.all.map { ($0.name, FileInspector(selection: .standard, profile: $0)) })

  /// Its bytes by path.
  let files: [String: [UInt8]]
  /// The profile by which it is judged.
  let profile: Profile
  let findings: [Finding]
  private let workspace: Workspace

  /// A tree whose plan has these bytes.
  init(plan: [UInt8], _ profile: Profile) {
    var files = Self.others.mapValues { Array($0.utf8) }
    files[Self.planPath] = plan
    self.init(files: files, profile)
  }

  /// A tree of `files`, which has the same paths as every other.
  init(files: [String: [UInt8]], _ profile: Profile) {
    self.files = files
    self.profile = profile
    workspace = Self.workspace(files, profile)
    findings = Self.findings(in: workspace)
  }

  /// The plan; nil if its bytes are not one.
  var plan: Plan? { workspace.file(at: Self.planPath)?.plan }

  func bytes(at path: String) -> [UInt8]? { files[path] }

  func isReadable(_ path: String) -> Bool { workspace.file(at: path).map { !$0.isUnreadable } ?? false }

  func updating(_ bytes: [String: [UInt8]]) -> PlanTree {
    PlanTree(files: files.merging(bytes) { $1 }, profile)
  }

  private static func workspace(_ files: [String: [UInt8]], _ profile: Profile) -> Workspace {
    let tracked = files.sorted { $0.key < $1.key }.map { path, bytes in
      let kind: TrackedFile.Kind =
        path == planPath ? .plan : path.hasSuffix(".json") ? .registry : .taskList
      return TrackedFile(
        kind: kind, directory: kind == .plan ? 0 : -1, source: SourceText(path: path, bytes: bytes),
        vocabulary: profile.vocabulary)
    }
    let directory = ProjectDirectory(
      name: "001_rake", path: "specs/001_rake", isArchived: false, isBehindLink: false)
    return Workspace(
      root: SpecsRoot(path: "specs"), detection: ProfileDetection(requested: profile), files: tracked,
      directories: [directory].compactMap(\.self),
      archive: Archive(registry: nil, directories: [], exists: false), now: now)
  }

  private static func findings(in workspace: Workspace) -> [Finding] {
    guard let inspector = inspectors[workspace.profile.name] else { return [] }
    let engine = CheckEngine(workspace, selection: .standard, inspector: inspector)
    var findings = (0..<engine.partCount).flatMap { engine.run(part: $0) }
    for (index, file) in workspace.files.enumerated() where CheckEngine.isInspectedEarly(file.kind) {
      findings += engine.judged(inspector.inspect(file, in: workspace, isInForce: true), ofFile: index)
    }
    var editable = EditableFiles(workspace)
    return CheckEngine.sorted(findings.map { editable.withoutImpossibleFix($0) })
  }
}
