import StatusText

/// What is said to an agent about an event.
package enum HookVerdict: Sendable {
  /// Nothing: the agent goes on.
  case pass
  /// It must not do that; the last line is the command to run instead.
  case refusal([Message])
  /// It goes on, and should know this.
  case context([Message])
  /// It should not stop before it has read this.
  case request([Message])
}
