/// An agent whose events are understood.
package enum HookAgent: String, Sendable, CaseIterable {
  case claude, codex, cursor, opencode
}
