import ArgumentParser
import StatusApp

/// `statuslint show`
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a tree, or one task, as statuslint understands it.",
    usage: "statuslint show [<options>] [<task>]",
    discussion: """
      Examples:
        statuslint show                     every task, and its status in each file
        statuslint show 221                 all details of one task
        statuslint show 221 --format json   the same, for programs
      """)

  @OptionGroup var common: Common
  @Argument(help: "The number of the task.")
  var task: Int?
  @Option(help: "Format: text or json.", completion: .list(ListFormat.allCases.map(\.rawValue)))
  var format = "text"

  func run() throws {
    let command = ShowCommand(
      common: try common.options(), task: task,
      asJSON: try Choice.read(format, for: "--format") == ListFormat.json)
    try Process.run { surroundings throws(CommandError) in try command.run(in: surroundings) }
  }
}
