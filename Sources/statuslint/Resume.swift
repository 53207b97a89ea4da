import ArgumentParser
import StatusApp

/// `statuslint resume`
struct Resume: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Say where an interrupted implementation continues.",
    usage: "statuslint resume [<options>] <task>",
    discussion: """
      This command writes nothing. If the implementation cannot continue, it says why and exits with 1.

      Example:
        statuslint resume 221 --format json
      """)

  @OptionGroup var common: Common
  @Argument(help: "The number of the task.")
  var task: String
  @Option(help: "Format: text or json.", completion: .list(ListFormat.allCases.map(\.rawValue)))
  var format = "text"

  func run() throws {
    let command = try ResumeCommand(
      common: try common.options(), task: task,
      asJSON: try Choice.read(format, for: "--format") == ListFormat.json)
    try Process.run { surroundings throws(CommandError) in try command.run(in: surroundings) }
  }
}
