/// What the program's end says, the same for every command.
package enum ExitCode: Int32, Sendable {
  /// Nothing to report.
  case success = 0
  /// Findings remain, or an update was refused.
  case findings = 1
  /// The command line or the configuration is wrong.
  case usage = 2
  /// The work could not be done: I/O, conflict, lock, git.
  case failure = 3

  /// A hook refuses what an agent is about to do; agents have it so.
  static let refusal = usage
}
