import StatusDiagnostics
import StatusEngine
import StatusText

/// What is said about an edit that makes a tree worse, in three lines: what is wrong, what to do, and the command.
package struct EditRemark: Sendable {
  /// The lines.
  package let lines: [Message]

  /// The remark about an edit, which was not made yet unless `isMade`; `shown` gives paths as the agent types them.
  package init(
    _ judgement: EditJudgement, options: [String], isMade: Bool, shown: (String) -> String
  ) {
    guard let first = Self.gravest(judgement.worse) else {
      lines = []
      return
    }
    let suggestion = CommandSuggestion(judgement, options: options)
    lines = [
      Self.finding(first, in: judgement.after, shown: shown),
      Self.advice(suggestion, more: judgement.worse.count - 1, isMade: isMade), suggestion.command,
    ]
  }

  /// The finding that says most about a change; the others follow from it.
  private static func gravest(_ findings: [Finding]) -> Finding? {
    let grave = [
      "illegal-transition", "terminal-status-changed", "started-rewritten", "vanished-task",
      "status-mismatch",
    ]
    return grave.lazy.compactMap { rule in findings.first { $0.rule == rule } }.first ?? findings.first
  }

  /// A finding in one line.
  package static func finding(_ finding: Finding, in tree: Snapshot, shown: (String) -> String) -> Message {
    var place: Message = ""
    if let location = finding.location, let file = tree.workspace.file(at: location.path) {
      let bytes = tree.source(of: file).bytes
      let line = bytes.prefix(location.range.lower).count { $0 == ASCII.lineFeed } + 1
      place = "\(shown(location.path)):\(line): "
    }
    return "statuslint: \(place)\(finding.message) [\(finding.rule)]"
  }

  private static func advice(_ suggestion: CommandSuggestion, more: Int, isMade: Bool) -> Message {
    let others: Message = more == 0 ? "" : " (and \(Counted(more, "more finding")))"
    let refusal: Message = isMade ? "undo the edit\(others)" : "the edit was refused\(others)"
    if let command = suggestion.commandWithReason {
      return "\(refusal); `\(command)` makes the change, with the reason instead of TEXT; look first:"
    }
    switch suggestion.effect {
    case .wholeChange: return "\(refusal); this command makes the change in every file:"
    case .firstStep: return "\(refusal); this command makes the first step of it in every file:"
    case .none: return "\(refusal); this command shows what it is about:"
    }
  }
}
