import StatusDevTools
import StatusDiagnostics
import StatusModel
import StatusRules
import StatusSync
import StatusSyntax
import StatusTestSupport
import StatusTestTrees
import StatusText
import Testing

/// `update` and `check --fix` write the same bytes for the same change.
@Suite struct LayoutAgreementTests {
  private static let list = "specs/TODO.md"
  private static let registry = "specs/state.json"
  private static let now = Timestamp(secondsSince1970: 1_800_000_000)

  /// The trees of Corpus/sync.
  private static let cases: [String] = {
    let root = "\(Project.directory)/Corpus/sync"
    let paths = (try? MemoryTree.files(below: root).keys.map { $0 }) ?? []
    return Set(paths.compactMap { $0.split(separator: "/").first.map(String.init) }).sorted()
  }()

  @Test func thereAreCases() { #expect(Self.cases.count > 40) }

  private func tree(ofCase name: String) throws -> MemoryTree {
    let files = try MemoryTree.files(below: "\(Project.directory)/Corpus/sync/\(name)/before")
    let registry = files[Self.registry].map { JSONTree(SourceText(path: Self.registry, bytes: $0)) }
    let profile = ProfileDetection(registry: registry)?.profile ?? .opencode
    return MemoryTree(files: files, profile: profile, now: try #require(Self.now))
  }

  private func tree(_ profile: SyntheticProfile, seed: UInt64) throws -> MemoryTree {
    var files: [String: [UInt8]] = [:]
    SyntheticTree(taskCount: 12, profile: profile, seed: seed).forEachFile { files[$0.path] = $0.bytes }
    let registry = String(decoding: files[Self.registry] ?? [], as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains("\"session_") }
    files[Self.registry] = Array(registry.joined(separator: "\n").utf8)
    return MemoryTree(
      files: files, profile: profile == .claude ? .claude : .opencode, now: try #require(Self.now))
  }

  // MARK: Tasks

  @Test("every step of a task, in the trees of the corpus", arguments: cases)
  func corpusTasks(name: String) throws {
    let count = try compareTasks(of: tree(ofCase: name))
    if name.hasPrefix("transitions-") { #expect(count > 40) }
  }

  @Test("every step of a task, in generated trees", arguments: SyntheticProfile.allCases)
  func generatedTasks(profile: SyntheticProfile) throws {
    #expect(try compareTasks(of: tree(profile, seed: 1)) > 10)
  }

  /// Compares every step that the tasks of `tree` can take; how many times there was something to compare.
  private func compareTasks(of tree: MemoryTree) throws -> Int {
    var tree = tree
    tree.selection = try RuleSelection([RuleChoice(select: Self.taskRules)])
    tree = try #require(HalfUpdatedTree.fixed(tree))
    let workspace = tree.workspace()
    let words = workspace.profile.vocabulary
    let inSession = tasksInSession(tree)
    var count = 0
    for task in workspace.tasks {
      guard let old = task.state?.certainStatus, task.entry?.marker?.status == old,
        !inSession.contains(task.number)
      else { continue }
      let states = task.directories.map { "\(workspace.directories[$0].path)/state.json" }
      for entry in words.entries where entry.status != old {
        var request = UpdateRequest(TaskSelection(task.number))
        request.status = words.value(entry.status)
        if entry.status == .blocked || entry.status == .abandoned { request.reason = "rain in the attic" }
        guard let update = HalfUpdatedTree(tree, workspace, request) else { continue }
        for path in [Self.list, Self.registry] {
          let paths = [path] + states
          let half = paths.reduce(update) { $0.with(tree.files[$1], at: $1) }
          let what = "task \(task.number): \(words.value(old)) -> \(words.value(entry.status))"
          count += compare(half, "status-mismatch", paths, what)
        }
      }
    }
    return count
  }

  /// The tasks that a session works on: an update knows when it ends, a fix does not.
  private func tasksInSession(_ tree: MemoryTree) -> Set<Int> {
    let registry = JSONTree(SourceText(path: Self.registry, bytes: tree.files[Self.registry] ?? []))
    let entries = registry.root?["active_projects"]?.elements.filter { $0["session_id"] != nil } ?? []
    return Set(entries.compactMap { $0["project_number"].flatMap { Int(registry.source.text($0.range)) } })
  }

  private static let taskRules = ["status-mismatch", "task-order-mismatch", "overview-count"]

  /// Compares the files at `paths` once the fixes of `rules` are made; 0 if they do not change the first of them.
  private func compare(_ update: HalfUpdatedTree, _ rule: String, _ paths: [String], _ what: String) -> Int {
    guard let fixed = update.fixed(rule, changing: paths[0]) else { return 0 }
    for path in paths {
      let difference = update.difference(fixed, at: path)
      if !difference.isEmpty { Issue.record("\(what), \(path)\n\(difference)") }
    }
    return 1
  }

  // MARK: Plans

  @Test(
    "every step of a phase, in generated trees", arguments: SyntheticProfile.allCases, [1, 2] as [UInt64])
  func generatedPlans(profile: SyntheticProfile, seed: UInt64) throws {
    var tree = try tree(profile, seed: seed)
    tree.selection = try RuleSelection([RuleChoice(select: Self.planRules)])
    let workspace = tree.workspace()
    var count = 0
    for task in workspace.tasks {
      guard let plan = workspace.currentPlan(of: task) else { continue }
      // What was blocked before keeps the date, which is evidence against the new status.
      for phase in plan.phases where phase.timestamps.allSatisfy({ $0.event == .started }) {
        for status in ["in_progress", "completed", "blocked", "abandoned"] {
          var request = UpdateRequest(TaskSelection(task.number))
          request.phases = [PhaseStep(number: phase.number.label, status: status)]
          request.reason = "rain in the attic"
          request.overrideReason = "a person says so"
          guard let update = HalfUpdatedTree(tree, workspace, request) else { continue }
          let what = "\(plan.path), phase \(phase.number.label): \(status)"
          count += compareStatus(of: plan, update, what)
          count += compareMarker(of: phase, in: plan, update, what)
        }
      }
    }
    #expect(count > 10)
  }

  private static let planRules = ["plan-status-mismatch", "missing-phase-marker"]

  /// The plan's own Status, which the update left as it was.
  private func compareStatus(of plan: Plan, _ update: HalfUpdatedTree, _ what: String) -> Int {
    let isStatus: (Substring) -> Bool = { $0.hasPrefix("- **Status**: ") }
    var lines = update.lines(plan.path)
    let old = String(decoding: plan.source.bytes, as: UTF8.self).split(separator: "\n")
    guard let line = lines.firstIndex(where: isStatus), let status = old.first(where: isStatus),
      lines[line] != status
    else { return 0 }
    lines[line] = status
    let half = update.with(Array(lines.joined(separator: "\n").utf8), at: plan.path)
    return compare(half, Self.planRules[0], [plan.path], what)
  }

  /// The marker of a phase that had none, and has the dates of the update.
  private func compareMarker(of phase: Phase, in plan: Plan, _ update: HalfUpdatedTree, _ what: String) -> Int
  {
    var lines = update.lines(plan.path)
    let start = "### Phase \(phase.number.label): "
    guard let line = lines.firstIndex(where: { $0.hasPrefix(start) && $0.hasSuffix("]") }),
      let marker = lines[line].lastIndex(of: "[")
    else { return 0 }
    lines[line] = lines[line][..<lines[line].index(before: marker)]
    let half = update.with(Array(lines.joined(separator: "\n").utf8), at: plan.path)
    return compare(half, Self.planRules[1], [plan.path], what)
  }
}
