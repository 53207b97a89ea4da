import StatusClaims
import StatusDiagnostics
import StatusEngine
import StatusText

/// What is said about an edit of a plan of another format, in at most three lines: what is wrong or left to do, what to do,
/// and the command.
package struct PlanEditRemark: Sendable {
  /// The lines; empty if there is nothing to say.
  package let lines: [Message]

  /// So many subjects at once are more than a line.
  private static let limit = 8

  /// The remark about an edit, which was not made yet unless `isMade`. `options` are what it takes for a command to find the
  /// root; `shown` gives paths as the agent types them.
  package init(
    _ judgement: PlanEditJudgement, options: [String], isMade: Bool, shown: (String) -> String
  ) {
    if judgement.onlyTicks {
      // Programs and prompts of these formats tick boxes by hand: what depends on them comes afterwards.
      lines = isMade ? Self.leftToDo(judgement, options, shown) : []
    } else if let first = judgement.worse.first {
      let more: Message =
        judgement.worse.count == 1 ? "" : " (and \(Counted(judgement.worse.count - 1, "more finding")))"
      let what: Message = isMade ? "undo the edit\(more)" : "the edit was refused\(more)"
      let updates = Self.updates(judgement)
      lines = [
        Self.finding(first, in: judgement.after, shown),
        updates.isEmpty
          ? "\(what); this command shows what it is about:"
          : "\(what); this command makes the change in every place:",
        updates.isEmpty
          ? Self.lookingUp(judgement, options)
          : updates.map { Self.line($0, options) }.joined(separator: " && "),
      ]
    } else {
      lines = []
    }
  }

  /// The remark about errors of `root` in what has changed since the last commit.
  package init(errors: [Finding], in root: PlanInspection, shown: (String) -> String) {
    guard let first = errors.first else {
      lines = []
      return
    }
    let place = shown(first.location?.path ?? root.snapshot.tree.root)
    lines = [
      Self.finding(first, in: root, shown),
      "\(Counted(errors.count, "error")) in what changed since the last commit; correct what you changed, then check:",
      Self.line(["check", place], []),
    ]
  }

  /// A finding in one line.
  private static func finding(_ finding: Finding, in root: PlanInspection, _ shown: (String) -> String)
    -> Message
  {
    let start = finding.location.map { "\(place($0, in: root, shown)): " as Message } ?? ""
    return "statuslint: \(start)\(finding.message) [\(finding.rule)]"
  }

  private static func place(_ location: Location, in root: PlanInspection, _ shown: (String) -> String)
    -> Message
  {
    guard let file = root.snapshot.file(at: location.path) else { return "\(shown(location.path))" }
    return "\(shown(location.path)):\(LineIndex(file.source).line(at: location.range.lower))"
  }

  // MARK: Commands

  private static func line(_ words: [String], _ options: [String]) -> Message {
    (["statuslint"] + words + options).map { "\(ShellWord.quoted($0))" as Message }.joined(separator: " ")
  }

  /// What shows the subject that the edit is about, or else explains the mistake.
  private static func lookingUp(_ judgement: PlanEditJudgement, _ options: [String]) -> Message {
    if let move = judgement.moves.first { return line(["show", move.subject.id], options) }
    return line(["explain", judgement.worse.first?.rule ?? ""], [])
  }

  /// The updates that do what the edit is meant to do, one after the other; none if one of them cannot be made.
  private static func updates(_ judgement: PlanEditJudgement) -> [[String]] {
    guard judgement.moves.count <= limit else { return [] }
    var root = judgement.before
    var commands: [[String]] = []
    for move in judgement.moves {
      let update = PlanUpdate(move, in: root)
      guard update.refusals.isEmpty else { return [] }
      root = root.updating(
        Dictionary(update.files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first }))
      commands.append(words(move))
    }
    return commands
  }

  private static func words(_ move: PlanMove) -> [String] {
    ["update", move.subject.id, "--status", move.status.text]
  }

  /// What follows from boxes that were ticked by hand, and was not done.
  private static func leftToDo(
    _ judgement: PlanEditJudgement, _ options: [String], _ shown: (String) -> String
  ) -> [Message] {
    var commands: [Message] = []
    var places: [Message] = []
    for move in judgement.moves.prefix(limit) {
      guard let subject = judgement.after.snapshot.subjects.named(move.subject.id).first else { continue }
      let update = PlanUpdate(PlanMove(subject, to: move.status), in: judgement.after)
      if update.files.isEmpty { continue }
      commands.append(line(words(move), options))
      places += update.places.map { "\($0.name) (\(place($0.location, in: judgement.after, shown)))" }
    }
    if let first = places.first {
      let more: Message = places.count == 1 ? "" : " and \(Counted(places.count - 1, "more place"))"
      return [
        "statuslint: the edit leaves \(first)\(more) as it was", "this command does the rest:",
        commands.joined(separator: " && "),
      ]
    }
    guard let first = judgement.worse.first else { return [] }
    return [
      finding(first, in: judgement.after, shown),
      "the box was ticked all the same; this command shows what it is about:",
      lookingUp(judgement, options),
    ]
  }
}
