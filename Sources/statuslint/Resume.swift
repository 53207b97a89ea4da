import ArgumentParser
import StatusApp

/// `statuslint resume`
struct Resume: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Say where an interrupted implementation goes on.",
    usage: "statuslint resume [<options>] <task>",
    discussion: """
      Nothing is written. Exit code 1 says that it cannot go on, and why.

      Example:
        statuslint resume 221 --format json
      """)

  @OptionGroup var common: Common
  @Argument(help: "The task's number.")
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
