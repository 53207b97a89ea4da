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
    case text, json, jsonl, html

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

  /// Whether the states along the first parents are compared, rather than what each commit did.
  private var countsStates: Bool { showsDrift || showsSummary || format == .html }

  /// Prints what git knows; with `--illegal`, the exit code is 1 if there is anything illegal.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    let console = Console(surroundings: surroundings, common: common)
    let request = try HistoryRequest(
      common, since: since, until: until, isMainline: countsStates, in: surroundings)
    if request.isShallow {
      console.note("the clone is shallow, so older commits than those that it contains are not known")
    }
    guard let audit = try request.audit() else {
      console.note("no commit yet")
      return .success
    }
    let writer = try HistoryWriter(request, format, surroundings)
    let isIllegal =
      if countsStates {
        try countStates(audit, request, writer, console)
      } else {
        try listEvents(audit, request, HistoryOutput(writer, console))
      }
    return onlyIllegal && isIllegal ? .findings : .success
  }

  /// Prints what each commit did as soon as it is known; true if something that is wanted was not legal.
  private func listEvents(_ audit: HistoryAudit, _ request: HistoryRequest, _ output: HistoryOutput)
    throws(CommandError) -> Bool
  {
    var audit = audit
    var output = output
    var isIllegal = false
    while let (commit, events) = try request.asking({ () throws(GitError) in try audit.next() }) {
      let shown = events.filter { isWanted($0) && ($0.rule != nil || !onlyIllegal) }
      isIllegal = isIllegal || shown.contains { $0.rule != nil }
      try output.add(shown, of: commit)
    }
    try output.finish()
    return isIllegal
  }

  /// Goes through all commits, then prints what there is to count; true if something that is wanted was not legal.
  private func countStates(
    _ audit: HistoryAudit, _ request: HistoryRequest, _ writer: HistoryWriter, _ console: Console
  ) throws(CommandError) -> Bool {
    var audit = audit
    var isIllegal = false
    var drift = DriftTracker()
    var summary = HistorySummary(ending: writer.profile.vocabulary.isTerminal)
    var picture = HistoryPicture(writer, task: task)
    while let (commit, events) = try request.asking({ () throws(GitError) in try audit.next() }) {
      isIllegal = isIllegal || events.contains { isWanted($0) && $0.rule != nil }
      drift.observe(audit, commit)
      summary.count(events, of: commit)
      picture.add(events, of: commit)
    }
    if format == .html {
      let options = ReportOptions(toolVersion: Version.current, timestamp: writer.now)
      try console.print(picture.page(summary, drift.intervals, of: [request.tree], options), as: .html)
    } else if showsSummary {
      try HistoryOutput(writer, console).finish(summary, drift.intervals)
    } else {
      try HistoryOutput(writer, console).finish(drift.intervals.filter { task == nil || $0.task == task })
    }
    return isIllegal
  }

  private func isWanted(_ event: HistoryEvent) -> Bool { task == nil || event.task == task }
}
