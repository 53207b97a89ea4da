import StatusReport
import StatusText

/// A verdict in the protocol of an agent.
package struct HookAnswer: Sendable {
  /// What goes to standard output.
  package private(set) var output: [UInt8] = []
  /// The lines for standard error.
  package private(set) var errors: [Message] = []
  /// Whether the program ends with the exit code that refuses.
  package private(set) var refuses = false

  /// The answer to `event`.
  package init(_ verdict: HookVerdict, to event: HookEvent) {
    switch event.agent {
    case .claude, .codex: answerClaude(verdict, event.name)
    case .cursor: answerCursor(verdict)
    case .opencode: answerPlugin(verdict)
    }
  }

  /// Claude Code and Codex show the lines on standard error to the model when the exit code is 2.
  private mutating func answerClaude(_ verdict: HookVerdict, _ name: String) {
    switch verdict {
    case .pass: break
    case .refusal(let lines), .request(let lines): refuse(lines)
    case .context(let lines):
      output = Self.json { json in
        json.object("hookSpecificOutput") { json in
          json.member("hookEventName", name)
          json.member("additionalContext", Self.text(lines))
        }
      }
    }
  }

  /// Cursor reads an object from standard output, also an empty one.
  private mutating func answerCursor(_ verdict: HookVerdict) {
    output = Self.json { json in
      switch verdict {
      case .pass: break
      case .refusal(let lines):
        json.member("permission", "deny")
        json.member("user_message", lines.first?.shown ?? "")
        json.member("agent_message", Self.text(lines))
      case .context(let lines): json.member("additional_context", Self.text(lines))
      case .request(let lines): json.member("followup_message", Self.text(lines))
      }
    }
  }

  /// The plugin for opencode throws what is on standard error, and adds standard output to what the tool says.
  private mutating func answerPlugin(_ verdict: HookVerdict) {
    switch verdict {
    case .pass: break
    case .refusal(let lines): refuse(lines)
    case .context(let lines), .request(let lines): output = Array("\(Self.text(lines))\n".utf8)
    }
  }

  private mutating func refuse(_ lines: [Message]) {
    errors = lines
    refuses = true
  }

  private static func text(_ lines: [Message]) -> String { lines.joined(separator: "\n").shown }

  private static func json(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter(capacity: 512, layout: .line)
    json.object(body)
    return json.finish()
  }
}
