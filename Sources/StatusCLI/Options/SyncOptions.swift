import StatusCommit

/// The options of every command that updates tasks.
package struct SyncOptions: Sendable {
  /// The options that every command has.
  package var common = CommonOptions()
  /// The format of standard output: text, or the return object.
  package var format = ListFormat.usual
  /// Whether to show what would change, and change nothing.
  package var dryRun = false
  /// Seconds to wait for the lock.
  package var lockTimeout = WriteSession.usualLockTimeout
  /// The file that gets a line about each update.
  package var log: String?
  /// The session of the update, if given.
  package var session: String?
  /// The number of agents between the caller and the user.
  package var delegationDepth: Int?
  /// Those agents.
  package var delegationPath: [String] = []

  /// Whether standard output is the return object.
  var asJSON: Bool { format == .json }
}
