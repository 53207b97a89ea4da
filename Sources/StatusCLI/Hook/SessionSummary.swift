import StatusEngine
import StatusModel
import StatusSync
import StatusText

/// What an agent is told at the beginning of a session: which tasks are under way, and where the work goes on.
struct SessionSummary {
  private let common: CommonOptions
  private let surroundings: Surroundings

  /// The summary of the trees of the agent's working directory.
  init(_ common: CommonOptions, _ surroundings: Surroundings) {
    self.common = common
    self.surroundings = surroundings
  }

  /// More tasks are only counted.
  private static let limit = 5

  /// Three lines; none without a tree.
  func lines() throws(CommandError) -> [Message] {
    guard
      let request = try? TreeRequest(
        paths: [], common: common, commandLine: common.commandLine, keepsBytes: true, in: surroundings),
      let location = request.locations.first
    else { return [] }
    let workspace = try request.load(location)
    surroundings.leftovers.keep(workspace)
    return [
      underWay(workspace), next(workspace),
      "change statuses with `statuslint update`, `begin` and `finish`; edits by hand that contradict other files are refused",
    ]
  }

  private func active(_ workspace: Workspace) -> [(number: Int, status: String)] {
    let vocabulary = workspace.profile.vocabulary
    return workspace.tasks.compactMap { task in
      guard let status = task.entry?.marker?.status ?? task.state?.certainStatus,
        vocabulary.kind(status) == .active
      else { return nil }
      return (task.number, vocabulary.value(status))
    }
  }

  private func underWay(_ workspace: Workspace) -> Message {
    let active = active(workspace)
    let all = "\(Counted(workspace.tasks.count, "task"))"
    guard !active.isEmpty else { return "statuslint: \(all), none under way" }
    let listed = active.prefix(Self.limit).map { "task \($0.number) (\($0.status))" }.joined(separator: ", ")
    let more: Message = active.count > Self.limit ? " and \(active.count - Self.limit) more" : ""
    return "statuslint: \(all), under way: \(listed)\(more)"
  }

  private func next(_ workspace: Workspace) -> Message {
    for (number, _) in active(workspace).prefix(Self.limit) {
      let answer = ResumePlanner(workspace).answer(number)
      guard answer.errors.isEmpty, let phase = answer.point?.phase else { continue }
      return
        "task \(number) goes on with phase \(phase.number): \(phase.title); `statuslint resume \(number)` says more"
    }
    return "`statuslint show` lists all tasks; `statuslint begin TASK WORKFLOW` begins the work on one"
  }
}
