import ArgumentParser
import StatusCLI

/// The options of every command that updates tasks.
struct Sync: ParsableArguments {
  @Option(help: "Format: text or json.", completion: .list(ListFormat.allCases.map(\.rawValue)))
  var format = ListFormat.usual.rawValue
  @Flag(help: "Print a patch with the changes, and write nothing.")
  var dryRun = false
  @Option(
    help: ArgumentHelp("How long to wait for other writers of the tree.", valueName: "seconds"))
  var lockTimeout = SecondsArgument.usualLockTimeout
  @Option(
    help: ArgumentHelp("Append a JSON line for this command to a file.", valueName: "file"),
    completion: .file())
  var log: String?
  @Option(help: ArgumentHelp("The session ID of the caller.", valueName: "id"))
  var sessionId: String?
  @Option(help: ArgumentHelp("The number of agents between the caller and the user.", valueName: "n"))
  var delegationDepth: String?
  @Option(help: ArgumentHelp("The names of these agents, separated by commas.", valueName: "a,b"))
  var delegationPath: String?

  /// Their texts.
  var given: [GivenOption] {
    [
      GivenOption("--format", format), GivenOption("--dry-run", dryRun),
      GivenOption("--lock-timeout", lockTimeout), GivenOption("--log", log),
      GivenOption("--session-id", sessionId), GivenOption("--delegation-depth", delegationDepth),
      GivenOption("--delegation-path", delegationPath),
    ]
  }
}
