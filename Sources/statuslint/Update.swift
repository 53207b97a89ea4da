import ArgumentParser
import StatusCLI

/// `statuslint update`
struct Update: ParsedCommand {
  static let configuration = CommandConfiguration(
    commandName: UpdateCommand.name, abstract: "Change a status in every file that contains it, or in none.",
    usage: "statuslint update [<options>] <tasks>",
    discussion: """
      update checks everything first: TODO.md and state.json must agree, the transition must be legal, and required \
      reasons and artifacts must exist. Then TODO.md, state.json, the project state and the plan change in one commit.

      Examples:
        statuslint update 221 --status researching
        statuslint update 221 --status blocked --reason "waiting for the printer"
        statuslint update 221 --phase 2=completed@2025-12-28T10:00:00Z
        statuslint update 221 --status researched --artifacts artifacts.json
        statuslint update 105-107 --status blocked --reason "no paper" --dry-run
        statuslint update add-login/1.2 --status done
      """)

  @OptionGroup var common: Common
  @OptionGroup var sync: Sync
  @Argument(
    help:
      "The number of a task, a list (1,4,7) or a range (105-107); or an id of another format (add-login/1.2)."
  )
  var tasks: String
  @Option(
    help: "The new status, as in state.json: in_progress, completed, …",
    completion: .custom { _, _, _ in CompletedNames.statuses })
  var status: String?
  @Option(help: ArgumentHelp("The time of the change, in UTC. (default: now)", valueName: "time"))
  var timestamp: String?
  @Option(help: ArgumentHelp("The reason why the task is blocked or abandoned.", valueName: "text"))
  var reason: String?
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A phase of the plan and its new status; can be repeated.", valueName: "n=status@time"))
  var phase: [String] = []
  @Option(
    help: ArgumentHelp("A JSON file with phases and statuses; - for standard input.", valueName: "file"),
    completion: .file())
  var phaseStatuses: String?
  @Option(
    help: ArgumentHelp("The new current plan.", valueName: "path"), completion: .file())
  var plan: String?
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("A file that the task produced; can be repeated.", valueName: "type=path"))
  var artifact: [String] = []
  @Option(
    help: ArgumentHelp("A JSON file with artifacts; - for standard input.", valueName: "file"),
    completion: .file())
  var artifacts: String?
  @Option(
    help: ArgumentHelp(
      "Phase count, hours and complexity. (default: read from the plan)", valueName: "json"))
  var planMetadata: String?
  @Option(help: ArgumentHelp("The version of the new plan.", valueName: "n"))
  var planVersion: String?
  @Option(help: ArgumentHelp("The reason for the new version of the plan.", valueName: "text"))
  var revisionReason: String?
  @OptionGroup var filter: FormatFilter
  @Option(help: ArgumentHelp("A task of what the id names (other formats).", valueName: "n"))
  var task: String?
  @Flag(help: "Close the open subtasks too (other formats).")
  var withSubtasks = false
  @Option(
    help: ArgumentHelp(
      "The status of the feature or spec when its last task is done (spec-kit, cc-sdd).", valueName: "status")
  )
  var featureStatus: String?
  @Option(
    help: ArgumentHelp("Allow a transition that is not legal, for this reason.", valueName: "reason"))
  var allowTransition: String?

  func command() throws(CommandError) -> any Command {
    try UpdateCommand(common.given + sync.given + given, [tasks])
  }

  private var given: [GivenOption] {
    filter.given + [
      GivenOption("--status", status), GivenOption("--timestamp", timestamp), GivenOption("--reason", reason),
      GivenOption("--phase", phase), GivenOption("--phase-statuses", phaseStatuses),
      GivenOption("--plan", plan), GivenOption("--artifact", artifact), GivenOption("--artifacts", artifacts),
      GivenOption("--plan-metadata", planMetadata), GivenOption("--plan-version", planVersion),
      GivenOption("--revision-reason", revisionReason), GivenOption("--allow-transition", allowTransition),
      GivenOption("--task", task), GivenOption("--with-subtasks", withSubtasks),
      GivenOption("--feature-status", featureStatus),
    ]
  }
}
