import ArgumentParser
import StatusApp

/// `statuslint update`
struct Update: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Change a status in every file that has it, or in none.",
    usage: "statuslint update [<options>] <tasks>",
    discussion: """
      Everything is checked before anything is written: that TODO.md and state.json agree, that the step is legal, that \
      reasons and artifacts are there. Then TODO.md, state.json, the task's own state and its plan change in one commit.

      Examples:
        statuslint update 221 --status researching
        statuslint update 221 --status blocked --reason "waits for the printer"
        statuslint update 221 --phase 2=completed@2025-12-28T10:00:00Z
        statuslint update 221 --status researched --artifacts artifacts.json
        statuslint update 105-107 --status blocked --reason "no paper" --dry-run
      """)

  @OptionGroup var common: Common
  @OptionGroup var sync: Sync
  @Argument(help: "A task's number, a list (1,4,7) or a range (105-107).")
  var tasks: String
  @Option(help: "The new status, as in state.json: in_progress, completed, …")
  var status: String?
  @Option(help: ArgumentHelp("When it happened, in UTC; else now.", valueName: "time"))
  var timestamp: String?
  @Option(help: ArgumentHelp("Why it is blocked or abandoned.", valueName: "text"))
  var reason: String?
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A phase of the plan and its new status; for several, repeat it.", valueName: "n=status@time"))
  var phase: [String] = []
  @Option(
    help: ArgumentHelp("The same from a JSON file; - for standard input.", valueName: "file"),
    completion: .file())
  var phaseStatuses: String?
  @Option(
    help: ArgumentHelp("The plan that is in force from now on.", valueName: "path"), completion: .file())
  var plan: String?
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("A file that the task has produced; for several, repeat it.", valueName: "type=path"))
  var artifact: [String] = []
  @Option(
    help: ArgumentHelp("The same from a JSON file; - for standard input.", valueName: "file"),
    completion: .file())
  var artifacts: String?
  @Option(
    help: ArgumentHelp(
      "Phase count, hours and complexity of the plan; else the plan is asked.", valueName: "json"))
  var planMetadata: String?
  @Option(help: ArgumentHelp("The version that the plan is.", valueName: "n"))
  var planVersion: String?
  @Option(help: ArgumentHelp("Why there is another version of the plan.", valueName: "text"))
  var revisionReason: String?
  @Option(
    help: ArgumentHelp("Take a step that is not legal, and keep this reason for it.", valueName: "reason"))
  var allowTransition: String?

  func run() throws {
    var arguments = UpdateArguments()
    arguments.tasks = tasks
    arguments.status = status
    arguments.timestamp = timestamp
    arguments.reason = reason
    arguments.phases = phase
    arguments.phaseStatuses = phaseStatuses
    arguments.plan = plan
    arguments.artifactPaths = artifact
    arguments.artifacts = artifacts
    arguments.planMetadata = planMetadata
    arguments.planVersion = planVersion
    arguments.revisionReason = revisionReason
    arguments.allowTransition = allowTransition
    let command = UpdateCommand(try sync.options(common), arguments)
    try Process.run { surroundings throws(CommandError) in try command.run(in: surroundings) }
  }
}
