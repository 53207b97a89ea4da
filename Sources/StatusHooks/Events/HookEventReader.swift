import StatusSyntax
import StatusText

/// Reads the event of an agent from JSON, and tells whose it is.
///
/// - Claude Code and Codex send `hook_event_name`, `tool_name` and `tool_input`, and Codex a `turn_id` as well.
/// - Cursor sends `hook_event_name` with the names of its own events, and `workspace_roots`.
/// - The plugin for opencode sends the name of the opencode hook, `tool` and `args`.
package struct HookEventReader {
  /// Why bytes are not an event.
  package enum Fault: Error, Sendable, Equatable {
    /// They are not JSON; says why, and in which line.
    case notJSON(String, line: Int)
    /// They are JSON, but not an object with the name of an event.
    case noEvent
    /// No agent is known to send an event of this name.
    case unknownAgent(String)
  }

  private let root: JSONValue
  private let name: String

  /// The event in `bytes`; `agent` says whose it is where the caller knows better.
  package static func read(_ bytes: [UInt8], from agent: HookAgent? = nil) throws(Fault) -> HookEvent {
    let tree = JSONTree(SourceText(path: "standard input", bytes: bytes))
    guard let root = tree.root else {
      let offset = tree.error?.offset ?? 0
      let line = bytes.prefix(offset).count { $0 == ASCII.lineFeed } + 1
      throw .notJSON(tree.error?.message ?? "it is empty", line: line)
    }
    guard let name = root["hook_event_name"]?.string, !name.isEmpty else { throw .noEvent }
    let reader = HookEventReader(root: root, name: name)
    guard let agent = agent ?? reader.agent else { throw .unknownAgent(name) }
    return HookEvent(agent: agent, name: name, directory: reader.directory, moment: reader.moment)
  }

  /// Whose event it is, by what only that agent sends.
  private var agent: HookAgent? {
    if name.hasPrefix("tool.execute.") || name.hasPrefix("session.") { return .opencode }
    if root["cursor_version"] != nil || root["workspace_roots"] != nil { return .cursor }
    if root["turn_id"] != nil || tool == "apply_patch" { return .codex }
    return Self.sharedNames.contains(name) ? .claude : nil
  }

  /// The events that Claude Code and Codex both have.
  private static let sharedNames: Set = [
    "PreToolUse", "PostToolUse", "Stop", "SubagentStop", "SessionStart", "SessionEnd", "UserPromptSubmit",
    "Notification", "PreCompact", "PermissionRequest",
  ]

  private var directory: String? {
    let texts = [root["cwd"]?.string, root["directory"]?.string]
    let first = root["workspace_roots"]?.elements.first { _ in true }?.string
    return (texts + [first]).compactMap { $0 }.first { !$0.isEmpty }
  }

  private var moment: HookEvent.Moment {
    switch name {
    case "PreToolUse", "preToolUse", "tool.execute.before": before
    case "PostToolUse", "postToolUse", "tool.execute.after": after
    case "beforeShellExecution": root["command"]?.string.map { .beforeShell($0) } ?? .other
    case "afterShellExecution": root["command"]?.string.map { .afterShell($0) } ?? .other
    case "afterFileEdit": .afterEdit(ToolInput("edit", root).edits)
    case "SessionStart", "sessionStart", "session.created": .start
    case "Stop", "stop", "session.idle": .stop(isRepeated: isRepeated)
    default: .other
    }
  }

  /// Cursor counts how often it went on; a session that was aborted is not continued either.
  private var isRepeated: Bool {
    root["stop_hook_active"]?.bool ?? false || (root["loop_count"]?.integer ?? 0) > 0
      || root["status"]?.string.map { $0 != "completed" } ?? false
  }

  private var before: HookEvent.Moment {
    guard let input = toolInput else { return .other }
    if let command = input.command { return .beforeShell(command) }
    return input.edits.isEmpty ? .other : .beforeEdit(input.edits)
  }

  private var after: HookEvent.Moment {
    guard let input = toolInput else { return .other }
    if let command = input.command { return .afterShell(command) }
    return input.edits.isEmpty ? .other : .afterEdit(input.edits)
  }

  private var tool: String? { (root["tool_name"] ?? root["tool"])?.string }

  private var toolInput: ToolInput? {
    guard let tool, let input = root["tool_input"] ?? root["args"] else { return nil }
    return ToolInput(tool, input)
  }
}
