import ArgumentParser
import StatusApp

/// `statuslint begin`
struct Begin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "begin", abstract: "Begin to research, plan, revise or implement a task, or go on with it.",
    usage: "statuslint begin [<options>] <task> <workflow>",
    discussion: """
      The task gets the status that says so, and of its plan the phase that is next becomes in progress. A workflow that \
      was interrupted goes on: nothing is begun twice. A task that another session works on is refused.

      Examples:
        statuslint begin 221 research
        statuslint begin 221 implement --session-id sess_1 --format json
      """)

  @OptionGroup var common: Common
  @OptionGroup var sync: Sync
  @Argument(help: "The task's number.")
  var task: String
  @Argument(help: "research, plan, revise or implement.", completion: .list(WorkflowArgument.names))
  var workflow: String
  @Flag(help: "Replace the session that works on the task; the project state records which one it was.")
  var takeOver = false

  func run() throws {
    let command = try BeginCommand(
      try sync.options(common), task: task, workflow: workflow, takesOver: takeOver)
    try Process.run { surroundings throws(CommandError) in try command.run(in: surroundings) }
  }
}
