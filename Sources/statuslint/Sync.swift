import ArgumentParser
import StatusApp

/// The options of every command that updates tasks.
struct Sync: ParsableArguments {
  @Option(help: "Format: text or json.", completion: .list(ListFormat.allCases.map(\.rawValue)))
  var format = "text"
  @Flag(help: "Print a patch with the changes, and write nothing.")
  var dryRun = false
  @Option(
    help: ArgumentHelp("How long to wait for other writers of the tree.", valueName: "seconds"))
  var lockTimeout = "10"
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

  /// The options as commands take them.
  func options(_ common: Common) throws -> SyncOptions {
    var arguments = SyncArguments()
    arguments.format = format
    arguments.dryRun = dryRun
    arguments.lockTimeout = lockTimeout
    arguments.log = log
    arguments.session = sessionId
    arguments.delegationDepth = delegationDepth
    arguments.delegationPath = delegationPath
    return try arguments.options(common.options())
  }
}
