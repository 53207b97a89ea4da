import StatusCommit

/// The options of every command that moves tasks.
package struct SyncOptions: Sendable {
  /// The options that every command has.
  package var common = CommonOptions()
  /// Whether standard output is the return object, and not text for people.
  package var asJSON = false
  /// Whether to show what would change, and change nothing.
  package var dryRun = false
  /// Seconds to wait for the lock.
  package var lockTimeout = WriteSession.usualLockTimeout
  /// The file that gets a line about each update.
  package var log: String?
  /// The session that the update belongs to; nil where none was named.
  package var session: String?
  /// How many agents stand between the caller and the user.
  package var delegationDepth: Int?
  /// Those agents.
  package var delegationPath: [String] = []

  /// The usual options.
  package init() {}
}
