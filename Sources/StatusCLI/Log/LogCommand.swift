import StatusReport
import StatusText

/// `statuslint log`: sums up what `--log` recorded.
package struct LogCommand: ListingCommand {
  package static let name = "log"
  package static let argumentCounts = 1...1
  package static var options: [CommandOption<LogCommand>] { outputOptions + [formatOption] }

  package var common = CommonOptions()
  var format = ListFormat.usual
  private let file: NamedFile

  /// Larger logs are not read, in bytes: about half a million updates.
  private static let sizeLimit = 256 << 20

  /// The summary of a file, or - for standard input.
  package init(arguments: [String]) { file = NamedFile(arguments[0], kind: "a log") }

  /// Prints the summary; exit code 1 if there are lines that are not entries of a log.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    let console = Console(surroundings: surroundings, common: common)
    let summary = LogSummary(try file.read(limit: Self.sizeLimit, in: surroundings))
    if asJSON {
      try console.print(LogJSON.render(summary), as: .json)
    } else {
      try console.print(text: LogText(summary).render())
    }
    return summary.unreadCount == 0 ? .success : .findings
  }
}
