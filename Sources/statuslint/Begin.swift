import ArgumentParser
import StatusCLI

/// `statuslint begin`
struct Begin: ParsedCommand {
  static let configuration = CommandConfiguration(
    commandName: BeginCommand.name,
    abstract: "Start or continue to research, plan, revise or implement a task.",
    usage: "statuslint begin [<options>] <task> <workflow>",
    discussion: """
      The task gets the active status of the workflow. With implement, the next phase of its plan is marked \
      [IN PROGRESS]. An interrupted workflow continues; nothing is started twice. If another session is working on the \
      task, begin is refused.

      Examples:
        statuslint begin 221 research
        statuslint begin 221 implement --session-id sess_1 --format json
      """)

  @OptionGroup var common: Common
  @OptionGroup var sync: Sync
  @Argument(help: "The number of the task.")
  var task: String
  @Argument(
    help: "The workflow: research, plan, revise or implement.", completion: .list(WorkflowArgument.names))
  var workflow: String
  @Flag(help: "Replace the session that works on the task; the project state records it.")
  var takeOver = false

  func command() throws(CommandError) -> any Command {
    try BeginCommand(
      common.given + sync.given + [GivenOption("--take-over", takeOver)], [task, workflow])
  }
}
