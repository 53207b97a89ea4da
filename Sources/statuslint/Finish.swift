import ArgumentParser
import StatusApp

/// `statuslint finish`
struct Finish: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "finish", abstract: "End a workflow with what its executor returned.",
    usage: "statuslint finish [<options>] <task> <workflow> --return <file>",
    discussion: """
      The return object is JSON: status (completed, partial, failed or blocked), artifacts, for an implementation by \
      phases phase_statuses, for a plan plan_metadata. schemas/executor-return.schema.json has all of it.

      Examples:
        statuslint finish 221 research --return return.json
        statuslint finish 221 implement --session-id sess_1 --return return.json
      """)

  @OptionGroup var common: Common
  @OptionGroup var sync: Sync
  @Argument(help: "The task's number.")
  var task: String
  @Argument(help: "research, plan, revise or implement.", completion: .list(WorkflowArgument.names))
  var workflow: String
  @Option(
    name: .customLong("return"),
    help: ArgumentHelp("The executor's return object; - for standard input.", valueName: "file"),
    completion: .file())
  var returnFile: String

  func run() throws {
    let command = try FinishCommand(
      try sync.options(common), task: task, workflow: workflow, returnFile: returnFile)
    try Process.run { surroundings throws(CommandError) in try command.run(in: surroundings) }
  }
}
