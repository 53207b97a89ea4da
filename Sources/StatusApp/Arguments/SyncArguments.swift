/// The unparsed options of every command that updates tasks.
package struct SyncArguments: Sendable {
  /// `text` or `json`
  package var format = "text"
  /// Whether to change nothing.
  package var dryRun = false
  /// Seconds to wait for the lock.
  package var lockTimeout = "10"
  /// The file that gets a line about the update.
  package var log: String?
  /// The session's name.
  package var session: String?
  /// The number of agents between the caller and the user.
  package var delegationDepth: String?
  /// `A,B`
  package var delegationPath: String?

  /// No options.
  package init() {}

  /// The options that they make.
  package func options(_ common: CommonOptions) throws(CommandError) -> SyncOptions {
    var options = SyncOptions()
    options.common = common
    options.asJSON = try Choice.read(format, for: "--format") == ListFormat.json
    options.dryRun = dryRun
    options.lockTimeout = try SecondsArgument.read(lockTimeout, for: "--lock-timeout")
    options.log = log
    options.session = try session.map(Self.session)
    options.delegationDepth = try delegationDepth.map { text throws(CommandError) in
      try NumberArgument.count(text, for: "--delegation-depth", from: 0)
    }
    let path = try TextArgument.read(delegationPath ?? "", for: "--delegation-path")
    options.delegationPath = path.split(separator: ",").map(String.init)
    return options
  }

  /// A session ID is one word, because it is written to files and logs.
  private static func session(_ text: String) throws(CommandError) -> String {
    let isWord = !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
    if isWord, text.utf8.count <= 200 { return text }
    throw .invalidValue(
      text, for: "--session-id", hint: "give one word, as in sess_1767225600_3fa91c")
  }
}
