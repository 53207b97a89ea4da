import ArgumentParser
import StatusApp

/// The options of every command that moves tasks.
struct Sync: ParsableArguments {
  @Option(help: "Format: text or json.", completion: .list(ListFormat.allCases.map(\.rawValue)))
  var format = "text"
  @Flag(help: "Show what would change, as a patch, and change nothing.")
  var dryRun = false
  @Option(
    help: ArgumentHelp("How long to wait while another command has the tree.", valueName: "seconds"))
  var lockTimeout = "10"
  @Option(
    help: ArgumentHelp("Append a JSON line about this update to a file.", valueName: "file"),
    completion: .file())
  var log: String?
  @Option(help: ArgumentHelp("The session that this belongs to.", valueName: "id"))
  var sessionId: String?
  @Option(help: ArgumentHelp("How many agents stand between you and the user.", valueName: "n"))
  var delegationDepth: String?
  @Option(help: ArgumentHelp("Those agents, with commas between them.", valueName: "a,b"))
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
