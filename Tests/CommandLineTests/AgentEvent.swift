/// An event of an agent, in the form that the documentation of the agent gives.
struct AgentEvent {
  /// The agents whose events are recorded here.
  enum Agent: String, CaseIterable, Sendable {
    case claude, codex, cursor, opencode
  }

  /// The JSON of the event.
  let text: String

  /// The event before or after an agent replaces `old` with `new` in the file at `path`, in `directory`. Codex has patches of
  /// lines.
  static func edit(
    by agent: Agent, _ path: String, _ old: String, _ new: String, in directory: String, isMade: Bool = false
  ) -> AgentEvent {
    let member = { (name: String, text: String) in "\(quoted(name)):\(quoted(text))" }
    switch agent {
    case .claude:
      let input = [
        member("file_path", "\(directory)/\(path)"), member("old_string", old), member("new_string", new),
      ]
      return claude("Edit", input, directory, isMade)
    case .codex:
      let lines = old.split(separator: "\n").map { "-\($0)" } + new.split(separator: "\n").map { "+\($0)" }
      let patch =
        (["*** Begin Patch", "*** Update File: \(path)", "@@"] + lines + ["*** End Patch"]).joined(
          separator: "\n")
      return AgentEvent(
        text: "{\(member("turn_id", "1")),\(member("model", "m")),"
          + claude("apply_patch", [member("command", patch)], directory, isMade).text.dropFirst())
    case .cursor:
      let file = member("file_path", "\(directory)/\(path)")
      let strings = "\(member("old_string", old)),\(member("new_string", new))"
      if isMade { return cursor("afterFileEdit", [file, "\"edits\":[{\(strings)}]"], directory) }
      return cursorTool("Write", "\(file),\(strings)", directory)
    case .opencode:
      let args = [member("filePath", path), member("oldString", old), member("newString", new)]
      return AgentEvent(
        text: "{\(member("hook_event_name", isMade ? "tool.execute.after" : "tool.execute.before")),"
          + "\(member("directory", directory)),\(member("tool", "edit")),\"args\":{\(args.joined(separator: ","))}}"
      )
    }
  }

  /// The event before an agent runs a shell command.
  static func shell(by agent: Agent, _ line: String, in directory: String) -> AgentEvent {
    let command = "\"command\":\(quoted(line))"
    switch agent {
    case .claude, .codex: return claude("Bash", [command], directory, false)
    case .cursor: return cursor("beforeShellExecution", [command], directory)
    case .opencode:
      return AgentEvent(
        text:
          "{\"hook_event_name\":\"tool.execute.before\",\"directory\":\(quoted(directory)),\"tool\":\"bash\","
          + "\"args\":{\(command)}}")
    }
  }

  /// The event before Claude Code calls a tool, or after it.
  static func claude(_ tool: String, _ input: [String], _ directory: String, _ isMade: Bool) -> AgentEvent {
    AgentEvent(
      text: "{\"session_id\":\"s\",\"transcript_path\":\"/t.jsonl\",\"cwd\":\(quoted(directory)),"
        + "\"permission_mode\":\"default\",\"hook_event_name\":\"\(isMade ? "PostToolUse" : "PreToolUse")\","
        + "\"tool_name\":\"\(tool)\",\"tool_use_id\":\"t\",\"tool_input\":{\(input.joined(separator: ","))}}")
  }

  /// The event before Cursor writes all of a file.
  static func cursorWrite(_ path: String, _ content: String, in directory: String) -> AgentEvent {
    let file = "\"file_path\":\(quoted("\(directory)/\(path)"))"
    return cursorTool("Write", "\(file),\"content\":\(quoted(content))", directory)
  }

  /// The event before Cursor calls a tool.
  private static func cursorTool(_ tool: String, _ input: String, _ directory: String) -> AgentEvent {
    let members = [
      "\"tool_name\":\"\(tool)\"", "\"tool_input\":{\(input)}", "\"tool_use_id\":\"t\"",
      "\"cwd\":\(quoted(directory))",
    ]
    return cursor("preToolUse", members, directory)
  }

  /// An event of Cursor.
  static func cursor(_ name: String, _ members: [String], _ directory: String) -> AgentEvent {
    AgentEvent(
      text: "{\"conversation_id\":\"c\",\"generation_id\":\"g\",\"cursor_version\":\"1.7.2\","
        + "\"workspace_roots\":[\(quoted(directory))],\"hook_event_name\":\"\(name)\",\(members.joined(separator: ","))}"
    )
  }

  /// A JSON string.
  static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
