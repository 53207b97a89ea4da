import StatusSyntax
import StatusText

/// What an agent needs to call `statuslint hook`: entries in its settings, and files of its own.
package struct AgentWiring: Sendable {
  /// A file that only the wiring needs.
  package struct OwnFile: Sendable {
    /// Its path from the repository root.
    package let path: String
    /// What it contains.
    package let text: String
  }

  /// The file with the settings, from the repository root; nil for an agent that needs none.
  package let settingsPath: String?
  /// The other files.
  package let files: [OwnFile]
  /// The file with what takes the entries out of the settings exactly, from the repository root. Seldom it takes one.
  package let undoPath: String
  /// The members that the settings must have anyway.
  let required: [JSONDraft.Member]
  /// The entry for each event.
  let entries: [(event: String, entry: JSONDraft)]

  /// Whether a file with these bytes was written by this or another version, so that it may be replaced and removed.
  package static func wrote(_ bytes: [UInt8]) -> Bool {
    bytes.contains(text: "Written by `statuslint init --agent")
  }

  /// The wiring of an agent.
  package init(_ agent: HookAgent) {
    switch agent {
    case .claude:
      self.init(
        ".claude/settings.json", skillIn: ".claude",
        Self.matched("Edit|Write|MultiEdit|Bash", "statuslint hook --agent claude"))
    case .codex:
      self.init(
        ".codex/hooks.json", skillIn: ".agents",
        Self.matched("apply_patch|Edit|Write|Bash", "statuslint hook --agent codex"))
    case .cursor:
      self.init(
        ".cursor/hooks.json", skillIn: ".cursor", Self.plain("statuslint hook --agent cursor"),
        required: [.init("version", .integer(1))])
    case .opencode:
      self.init(
        nil, skillIn: ".opencode", [],
        files: [OwnFile(path: ".opencode/plugins/statuslint.js", text: OpenCodePlugin.text)])
    }
  }

  private init(
    _ settingsPath: String?, skillIn directory: String, _ entries: [(event: String, entry: JSONDraft)],
    required: [JSONDraft.Member] = [], files: [OwnFile] = []
  ) {
    self.settingsPath = settingsPath
    self.files = files + [OwnFile(path: "\(directory)/skills/statuslint/SKILL.md", text: AgentSkill.text)]
    undoPath = "\(directory)/skills/statuslint/undo.json"
    self.entries = entries
    self.required = required
  }

  /// The entries of Claude Code and Codex, which are called for some tools.
  private static func matched(_ tools: String, _ command: String) -> [(event: String, entry: JSONDraft)] {
    let hooks = JSONDraft.Member(
      "hooks",
      .array([
        .object([
          .init("type", "command"), .init("command", .string(command)), .init("timeout", .integer(10)),
        ])
      ]))
    let matcher = JSONDraft.Member("matcher", .string(tools))
    return [
      ("PreToolUse", .object([matcher, hooks])), ("PostToolUse", .object([matcher, hooks])),
      ("Stop", .object([hooks])), ("SessionStart", .object([hooks])),
    ]
  }

  /// The entries of Cursor.
  private static func plain(_ command: String) -> [(event: String, entry: JSONDraft)] {
    ["preToolUse", "beforeShellExecution", "postToolUse", "stop", "sessionStart"].map { event in
      (event, .object([.init("command", .string(command))]))
    }
  }
}
