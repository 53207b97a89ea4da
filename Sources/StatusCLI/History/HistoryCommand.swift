import StatusEngine
import StatusFileSystem
import StatusHistory
import StatusModel
import StatusReport
import StatusText

/// `statuslint history`: every transition that git knows.
package struct HistoryCommand: Command {
  package static let name = "history"
  package static let argumentCounts = 0...1

  /// A format of the output.
  package enum Format: String, CaseIterable, Sendable {
    case text, json, jsonl

    /// The default.
    package static let usual = text
  }

  package static var options: [CommandOption<HistoryCommand>] {
    treeOptions + [
      .text("--since") { command, text throws(CommandError) in
        command.since = try RevisionArgument.read(text, for: "--since")
      },
      .text("--until") { command, text throws(CommandError) in
        command.until = try RevisionArgument.read(text, for: "--until")
      },
      .flag("--illegal") { $0.onlyIllegal = true }, .flag("--drift") { $0.showsDrift = true },
      .flag("--summary") { $0.showsSummary = true },
      .text("--format") { command, text throws(CommandError) in
        command.format = try Choice.read(text, for: "--format")
      },
    ]
  }

  package var common = CommonOptions()
  private var since: RevisionName?
  private var until = RevisionName.head
  private var onlyIllegal = false
  private var showsDrift = false
  private var showsSummary = false
  private var format = Format.usual
  private let task: Int?

  /// The history of all tasks, or of the one with the number that is given.
  package init(arguments: [String]) throws(CommandError) {
    task = try arguments.first.map { text throws(CommandError) in try NumberArgument.task(text) }
  }

  /// Prints what git knows; with `--illegal`, the exit code is 1 if there is anything illegal.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    let console = Console(surroundings: surroundings, common: common)
    let request = try HistoryRequest(
      common, since: since, until: until, isMainline: showsDrift || showsSummary, in: surroundings)
    if request.isShallow {
      console.note("the clone is shallow, so older commits than those that it contains are not known")
    }
    guard var audit = try request.audit() else {
      console.note("no commit yet")
      return .success
    }
    let writer = HistoryWriter(request, format, surroundings)
    var drift = DriftTracker()
    var summary = HistorySummary()
    var output = HistoryOutput(writer, console)
    var hasIllegal = false
    while let (commit, events) = try request.asking({ () throws(GitError) in try audit.next() }) {
      if showsDrift || showsSummary { drift.observe(audit, commit) }
      if showsSummary { summary.count(events, of: commit, ending: request.profile.vocabulary.isTerminal) }
      if showsDrift || showsSummary { continue }
      let shown = events.filter { ($0.task == task || task == nil) && ($0.rule != nil || !onlyIllegal) }
      hasIllegal = hasIllegal || shown.contains { $0.rule != nil }
      try output.add(shown, of: commit)
    }
    if showsSummary {
      try output.finish(summary, drift.intervals)
    } else if showsDrift {
      try output.finish(drift.intervals.filter { task == nil || $0.task == task })
    } else {
      try output.finish()
    }
    return onlyIllegal && hasIllegal ? .findings : .success
  }
}
