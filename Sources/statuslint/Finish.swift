import ArgumentParser
import StatusCLI

/// `statuslint finish`
struct Finish: ParsedCommand {
  static let configuration = CommandConfiguration(
    commandName: FinishCommand.name, abstract: "Record the outcome of a workflow.",
    usage: "statuslint finish [<options>] <task> <workflow> --return <file>",
    discussion: """
      The return object is JSON: status (completed, partial, failed or blocked) and artifacts; for an implementation \
      with phases also phase_statuses; for a plan also plan_metadata; for a revision also plan_version and \
      revision_reason; if blocked, reason.

      Examples:
        statuslint finish 221 research --return return.json
        statuslint finish 221 implement --session-id sess_1 --return return.json
      """)

  @OptionGroup var common: Common
  @OptionGroup var sync: Sync
  @Argument(help: "The number of the task.")
  var task: String
  @Argument(
    help: "The workflow: research, plan, revise or implement.", completion: .list(WorkflowArgument.names))
  var workflow: String
  @Option(
    name: .customLong("return"),
    help: ArgumentHelp("The return object of the executor; - for standard input.", valueName: "file"),
    completion: .file())
  var returnFile: String

  func command() throws(CommandError) -> any Command {
    try FinishCommand(
      common.given + sync.given + [GivenOption("--return", returnFile)], [task, workflow])
  }
}
