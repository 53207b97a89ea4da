/// One event of an agent, as far as it matters for a specs tree.
package struct HookEvent: Sendable, Equatable {
  /// What happens, with what is known about it.
  package enum Moment: Sendable, Equatable {
    /// The agent is about to change files.
    case beforeEdit([FileEdit])
    /// The agent has changed files.
    case afterEdit([FileEdit])
    /// The agent is about to run a shell command.
    case beforeShell(String)
    /// The agent has run a shell command.
    case afterShell(String)
    /// A session begins.
    case start
    /// The agent is about to stop. When it goes on because a hook said so, it is not asked again.
    case stop(isRepeated: Bool)
    /// Anything else.
    case other
  }

  /// Whose event it is.
  package let agent: HookAgent
  /// Its name, as the agent spells it.
  package let name: String
  /// The working directory of the agent, if the event tells it.
  package let directory: String?
  /// What happens.
  package let moment: Moment
}
