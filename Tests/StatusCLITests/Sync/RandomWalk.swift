import StatusCLI
import StatusDevTools
import StatusDiagnostics
import StatusModel
import StatusSync
import StatusSyntax
import StatusTestSupport
import StatusTestTrees
import StatusText

/// A tree in memory whose tasks are moved at random, by every command, as agents and people would and would not.
struct RandomWalk {
  /// What became of a step.
  struct Step {
    /// What was asked for, to run it again by hand.
    let command: String
    /// What was written, by path; nil if the step was refused.
    let written: [String: [UInt8]]?
    let warnings: [SyncMessage]
    let errors: [String]
  }

  var tree: MemoryTree
  private var random: SplitMix64
  private var seconds = 1_800_000_000
  private var lastPlan = 1
  /// Whether an executor has written a plan in this step.
  private(set) var hasWritten = false
  private let profile: Profile
  private let tasks: Int

  init(profile: SyntheticProfile, seed: UInt64, tasks: Int = 6) {
    var files: [String: [UInt8]] = [:]
    SyntheticTree(taskCount: tasks, profile: profile, seed: seed).forEachFile { files[$0.path] = $0.bytes }
    self.profile = profile == .claude ? .claude : .opencode
    self.tasks = tasks
    random = SplitMix64(seed: seed)
    tree = MemoryTree(files: files, profile: self.profile, now: .seconds(1_800_000_000))
  }

  /// Takes a step, and changes the tree where it is accepted.
  mutating func step() -> Step {
    hasWritten = false
    seconds += Int.random(in: 1...100_000, using: &random)
    tree.now = .seconds(seconds)
    let task = Int.random(in: 1...tasks, using: &random)
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<4: return update(task)
    case 4..<7: return begin(task)
    default: return finish(task)
    }
  }

  // MARK: Commands

  private mutating func update(_ task: Int) -> Step {
    var request = UpdateRequest(TaskSelection(task))
    if chance(70) { request.status = profile.vocabulary.value(pick(profile.vocabulary.entries).status) }
    if chance(60) { request.reason = "rain" }
    if chance(40) { request.phases = phases(of: task, workspace: tree.workspace()) }
    if chance(15) { request.overrideReason = "a person says so" }
    if request.isEmpty { request.status = "blocked" }
    let what =
      "update \(task) \(request.status ?? "") \(request.phases.map { "\($0.number)=\($0.status)" }) "
      + "\(request.reason ?? "") \(request.overrideReason ?? "")"
    return make(request, what)
  }

  private mutating func begin(_ task: Int) -> Step {
    let workflow = pick(Workflow.allCases)
    let session = pick(["sess_a", "sess_b"])
    let takesOver = chance(40)
    let workspace = tree.workspace()
    let what = "begin \(task) \(workflow) \(session) \(takesOver)"
    switch WorkflowPlanner(workflow, workspace).begin(
      task, session: session, takesOver: takesOver, makeSession: { "" })
    {
    case .failure(let errors): return refused(what, errors)
    case .success(let beginning):
      guard let request = beginning.request else {
        return Step(command: what, written: [:], warnings: beginning.warnings, errors: [])
      }
      return make(request, what, beginning.warnings)
    }
  }

  private mutating func finish(_ task: Int) -> Step {
    // Mostly what is under way: anything else is refused.
    let status = tree.workspace().task(task)?.state?.certainStatus
    let workflow =
      Workflow.allCases.first { $0.active == status && chance(90) } ?? pick(Workflow.allCases)
    let outcome = pick(["completed", "completed", "partial", "failed", "blocked"])
    var members = ["\"status\": \"\(outcome)\"", "\"reason\": \"no net\"", "\"summary\": \"s\""]
    if chance(30) { members.append("\"errors\": [{\"message\": \"m\", \"recoverable\": \(chance(50))}]") }
    if workflow == .implement, chance(90) {
      let steps = phases(of: task, workspace: tree.workspace()).map {
        "{\"phase_number\": \"\($0.number)\", \"status\": \"\($0.status)\", \"reason\": \"r\"}"
      }
      members.append("\"phase_statuses\": [\(steps.joined(separator: ", "))]")
    }
    if workflow.writesPlan, let path = writePlan(of: task) {
      members.append("\"artifacts\": [{\"type\": \"plan\", \"path\": \"\(path)\"}]")
      members.append("\"revision_reason\": \"better\"")
    }
    let text = "{\(members.joined(separator: ", "))}"
    let what = "finish \(task) \(workflow) \(text)"
    switch ExecutorReturn.read(JSONTree(SourceText(text))) {
    case .failure(let errors): return refused(what, errors)
    case .success(let object):
      switch WorkflowPlanner(workflow, tree.workspace()).finish(task, object, session: nil) {
      case .failure(let errors): return refused(what, errors)
      case .success(let request): return make(request, what)
      }
    }
  }

  private mutating func make(_ request: UpdateRequest, _ what: String, _ warnings: [SyncMessage] = []) -> Step
  {
    let workspace = tree.workspace()
    var facts: [String: ArtifactFact] = [:]
    for path in request.artifacts.map(\.path) {
      facts[path] = tree.files[path].map { .file(path: path, size: $0.count) } ?? .missing
    }
    switch UpdatePlanner(workspace, facts: facts).plan(request) {
    case .failure(let errors): return refused(what, errors)
    case .success(let update):
      var written: [String: [UInt8]] = [:]
      for file in update.files {
        written[file.path] = file.new
        tree.files[file.path] = file.new
      }
      return Step(
        command: what, written: written,
        warnings: warnings + update.warnings + PlanFindings.warnings(of: update, in: workspace), errors: [])
    }
  }

  private func refused(_ what: String, _ errors: SyncErrors) -> Step {
    Step(command: what, written: nil, warnings: [], errors: errors.errors.map(\.message.description))
  }

  // MARK: What commands are given

  private mutating func phases(of task: Int, workspace: Workspace) -> [PhaseStep] {
    guard let plan = workspace.task(task).flatMap({ workspace.currentPlan(of: $0) }), !plan.phases.isEmpty
    else { return [] }
    let statuses = ["in_progress", "completed", "completed", "blocked", "abandoned", "partial"]
    if chance(30) {
      return plan.phases.map { PhaseStep(number: $0.number.label, status: "completed") }
    }
    // Mostly those that are next.
    let open = plan.phases.filter { $0.status != .completed && $0.status != .abandoned }
    var chosen = open.prefix(chance(70) ? 2 : 1).map(\.number.label)
    if chance(30) { chosen.append(pick(plan.phases).number.label) }
    return chosen.map { PhaseStep(number: $0, status: pick(statuses)) }
  }

  /// Writes a new plan of a task, as an executor does; its path.
  private mutating func writePlan(of task: Int) -> String? {
    let workspace = tree.workspace()
    guard let found = workspace.task(task) else { return nil }
    let own = found.directories.map { workspace.directories[$0] }.first { !$0.isArchived }
    guard
      let home = own?.path
        ?? found.state?.name.map({ "specs/" + ProjectDirectory.standardName(task, slug: $0) })
    else { return nil }
    lastPlan += 1
    let path = "\(home)/plans/implementation-\(lastPlan.zeroPadded(to: 3)).md"
    tree.files[path] = Array(planText(task, path).utf8)
    hasWritten = true
    return path
  }

  private mutating func planText(_ task: Int, _ path: String) -> String {
    var text = """
      # Implementation Plan: Again

      - **Task**: \(task) - Again
      - **Status**: [NOT STARTED]
      - **Effort**: 4 hours
      - **Priority**: High
      - **Dependencies**: None
      - **Research Inputs**: None
      - **Artifacts**: \(path.split(separator: "/").suffix(2).joined(separator: "/")) (this file)
      - **Standards**: None
      - **Language**: general
      - **Type**: general
      - **Lean Intent**: false

      ## Implementation Phases


      """
    for number in 1...Int.random(in: 1...4, using: &random) {
      text += "### Phase \(number): Part \(number) [NOT STARTED]\n- **Goal**: g\n"
      if chance(25) { text += "- **Depends on**: none\n" }
      text += "\n"
      if chance(25) { text += "#### Phase \(number).1: Detail [NOT STARTED]\n- **Goal**: g\n\n" }
    }
    return text
  }

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  private mutating func pick<T>(_ list: [T]) -> T { list[Int.random(in: 0..<list.count, using: &random)] }
}
