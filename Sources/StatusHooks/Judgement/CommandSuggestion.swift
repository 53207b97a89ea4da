import StatusDiagnostics
import StatusEngine
import StatusModel
import StatusSync
import StatusText

/// The command that does what an edit is meant to do, in every file. It was planned: the update can be made, and leaves no
/// contradiction. Where no update does it, the command shows what is there.
package struct CommandSuggestion: Sendable {
  /// How much of a change a command makes.
  package enum Effect: Sendable {
    /// All of it.
    case wholeChange
    /// The first of the legal steps that it takes.
    case firstStep
    /// Nothing: it is for reading.
    case none
  }

  /// The command line.
  package let command: Message
  /// How much of the change it makes.
  package let effect: Effect
  /// The command that makes the change with a reason in the place of TEXT, where only the reason is missing.
  package let commandWithReason: Message?

  private static let programName = "statuslint"
  /// So many tasks at once are more than a line.
  private static let limit = 8

  /// The command for the edit of `judgement`, which makes something worse. `options` are what it takes for the command to
  /// find the tree.
  package init(_ judgement: EditJudgement, options: [String]) {
    let updates = Self.updates(judgement)
    let isWhole = updates.allSatisfy { !$0.isFirstStep }
    effect = updates.isEmpty ? .none : isWhole ? .wholeChange : .firstStep
    let commands = updates.isEmpty ? [Self.lookingUp(judgement)] : updates.map(\.words)
    command = commands.map { Self.line($0, takesTree: $0.first != "explain", options) }.joined(
      separator: " && ")
    commandWithReason =
      updates.isEmpty ? Self.updateWithReason(judgement).map { Self.line($0.words, options) } : nil
  }

  /// The update that an edit of one task would be if it gave a reason; nil if no reason makes it possible.
  private static func updateWithReason(_ judgement: EditJudgement) -> SuggestedUpdate? {
    let intents = EditIntent.all(judgement)
    guard intents.count == 1, var intent = intents.first, intent.lacksReason else { return nil }
    let workspace = judgement.before.workspace
    intent.reason = "some reason"
    let possible = SuggestedUpdate.candidates(intent, in: workspace).firstIndex {
      !$0.isFirstStep && $0.planned(in: workspace) != nil
    }
    // As it is printed, the command is refused.
    intent.reason = "TEXT"
    return possible.map { SuggestedUpdate.candidates(intent, in: workspace)[$0] }
  }

  private static func line(_ words: [String], takesTree: Bool = true, _ options: [String]) -> Message {
    let all = [programName] + words + (takesTree ? options : [])
    return all.map { "\(ShellWord.quoted($0))" as Message }.joined(separator: " ")
  }

  /// What shows the task that the edit is about, or else explains the mistake.
  private static func lookingUp(_ judgement: EditJudgement) -> [String] {
    let known = judgement.worse.lazy.compactMap(\.task).first { judgement.before.workspace.task($0) != nil }
    if let known { return ["show", "\(known)"] }
    return ["explain", judgement.worse.first?.rule ?? ""]
  }

  /// The updates that do it, one after the other; none if one of them cannot be made.
  private static func updates(_ judgement: EditJudgement) -> [SuggestedUpdate] {
    let intents = EditIntent.all(judgement)
    let about = Set(judgement.worse.compactMap(\.task))
    guard intents.count <= limit, intents.contains(where: { about.contains($0.task) }) else { return [] }
    var tree = judgement.before
    var updates: [SuggestedUpdate] = []
    for intent in intents {
      let workspace = tree.workspace
      let tried = SuggestedUpdate.candidates(intent, in: workspace).lazy.compactMap { update in
        update.planned(in: workspace).map { (update, $0) }
      }
      guard let (update, planned) = tried.first else { return [] }
      updates.append(update)
      if updates.count == intents.count { break }
      // The next command finds the tree as this one leaves it.
      let contents = planned.files.map { ($0.path, $0.new as [UInt8]?) }
      guard let next = try? tree.updating(Dictionary(contents, uniquingKeysWith: { $1 })) else { return [] }
      tree = next
    }
    return updates
  }
}
