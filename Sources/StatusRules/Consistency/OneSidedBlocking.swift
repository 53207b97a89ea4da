import StatusDiagnostics
import StatusEditing
import StatusModel
import StatusSyntax
import StatusText

/// A task blocks another one that does not depend on it.
struct OneSidedBlocking: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "one-sided-blocking", family: .consistency, severity: .warning, fix: .unsafe,
    summary: "A task lists another one under Blocking, which does not list it under Dependencies.",
    rationale: """
      Who works on the other task reads only its own entry, and begins it too early. Blocking and Dependencies are two \
      sides of one fact.
      """,
    bad: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]
      - **Blocking**: «8»

      ### 8. Paint the wall
      - **Status**: [NOT STARTED]
      - **Dependencies**: None
      """
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]
      - **Blocking**: 8

      ### 8. Paint the wall
      - **Status**: [NOT STARTED]
      - **Dependencies**: 7
      """
    ])

  func check(_ workspace: Workspace, into findings: inout FindingCollector) {
    for task in workspace.tasks { checkItself(task, workspace, &findings) }
    let oneSided = Self.oneSided(workspace)
    if oneSided.isEmpty { return }
    let waits = BlockingGraph(oneSided, workspace)
    let json = workspace.registry.map { LazyJSON($0.source) }
    for pair in oneSided {
      let (task, other, claim) = (pair.task, pair.other, pair.claim)
      guard let place = workspace.claimPlace(of: other) else { continue }
      findings.report(
        workspace.subject(of: claim), .oneSided(task.number, other.number),
        in: claim.source, at: claim.range, task: task.number,
        related: [
          RelatedLocation(
            Location(path: place.source.path, range: place.range), .noDependency(other.number, task.number))
        ],
        fix: waits.mayWait(other.number, for: task.number) && !isUnmet(task, other, workspace.profile)
          ? fix(task.number, other, json, workspace) : nil,
        evidence: "\(other.number)")
    }
  }

  /// A task that lists itself under Blocking.
  private func checkItself(
    _ task: TrackedTask, _ workspace: Workspace, _ findings: inout FindingCollector
  ) {
    let claims = TaskDependencies.blocking(by: task, in: workspace)
    guard let claim = claims.first(where: { $0.number == task.number }) else { return }
    findings.report(
      workspace.subject(of: claim), .blocksItself(task.number), in: claim.source, at: claim.range,
      task: task.number, help: .removeNumber, evidence: "\(task.number)")
  }

  /// Each pair of which the first task blocks the second one, which does not depend on it.
  private static func oneSided(_ workspace: Workspace) -> [OneSided] {
    var pairs: [OneSided] = []
    for task in workspace.tasks {
      var seen: Set<Int> = [task.number]
      for claim in TaskDependencies.blocking(by: task, in: workspace) where seen.insert(claim.number).inserted
      {
        guard let other = workspace.task(claim.number),
          !TaskDependencies.claims(of: other, in: workspace).contains(where: { $0.number == task.number })
        else { continue }
        pairs.append(OneSided(task: task, other: other, claim: claim))
      }
    }
    return pairs
  }

  /// Whether `other` has come further than it may once it depends on `task`.
  private func isUnmet(_ task: TrackedTask, _ other: TrackedTask, _ profile: Profile) -> Bool {
    UnmetDependency.isUnderWay(other) && UnmetDependency.isOpen(task, profile)
  }

  /// Adds the dependency where the files list those of `other`.
  private func fix(_ number: Int, _ other: TrackedTask, _ json: LazyJSON?, _ workspace: Workspace) -> Fix? {
    var files: [Fix.FileEdits] = []
    if let entry = other.entry, let list = workspace.taskList {
      var changes = MarkdownChanges(list.source)
      TaskEntryLayout(entry, in: list, workspace.profile).addDependency(on: number, in: &changes)
      guard let edits = changes.edits else { return nil }
      files.append(Fix.FileEdits(path: list.path, edits: edits))
    }
    if let state = other.state, let json, let object = json.tree.value(at: state.range),
      other.entry == nil || object["dependencies"] != nil
    {
      var changes = JSONChanges(json.tree)
      TaskStateLayout(state, object, workspace.profile).addDependency(on: number, in: &changes)
      guard let edits = changes.edits else { return nil }
      files.append(Fix.FileEdits(path: json.tree.source.path, edits: edits))
    }
    return files.isEmpty ? nil : Fix(.unsafe, .add(number, other.number), files: files)
  }
}

/// A task that says that it blocks another one, which does not say so.
private struct OneSided {
  let task: TrackedTask
  let other: TrackedTask
  let claim: TaskDependencies.Item
}

/// What would wait for what if every one-sided blocking were a dependency.
private struct BlockingGraph {
  private let components: GraphComponents
  private let indices: [Int: Int]

  init(_ pairs: [OneSided], _ workspace: Workspace) {
    indices = Dictionary(
      workspace.tasks.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
    var edges = TaskDependencies(workspace).indices
    for pair in pairs {
      if let from = indices[pair.other.number], let to = indices[pair.task.number] { edges[from].append(to) }
    }
    components = GraphComponents(edges)
  }

  /// Whether a task may depend on another without a circle.
  func mayWait(_ number: Int, for other: Int) -> Bool {
    guard let first = indices[number], let second = indices[other] else { return false }
    return components.number[first] != components.number[second]
  }
}

extension String {
  fileprivate static func blocksItself(_ number: Int) -> String { "task \(number) blocks itself" }
  fileprivate static let removeNumber = "remove the number, or correct it"
  fileprivate static func oneSided(_ number: Int, _ other: Int) -> String {
    "task \(number) blocks task \(other), but task \(other) does not depend on task \(number)"
  }
  fileprivate static func noDependency(_ other: Int, _ number: Int) -> String {
    "task \(other) does not list task \(number) under Dependencies"
  }
  fileprivate static func add(_ number: Int, _ other: Int) -> String {
    "add task \(number) to the dependencies of task \(other)"
  }
}
