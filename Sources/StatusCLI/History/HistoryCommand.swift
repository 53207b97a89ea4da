import StatusHistory
import StatusRuntime
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
      .flag("--illegal") { $0.view.onlyIllegal = true }, .flag("--drift") { $0.view.showsDrift = true },
      .flag("--summary") { $0.view.showsSummary = true },
      .text("--format") { command, text throws(CommandError) in
        command.view.format = try Choice.read(text, for: "--format")
      },
      .text("--only-format") { $0.formats = .named($1) },
    ]
  }

  package var common = CommonOptions()
  private var since: RevisionName?
  private var until = RevisionName.head
  private var view = HistoryView()
  private var formats = FormatChoice.all
  private let id: String?

  /// The history of all tasks, or of the one with the number that is given; or of what other formats keep.
  package init(arguments: [String]) throws(CommandError) { id = arguments.first }

  /// Prints what git knows; with `--illegal`, the exit code is 1 if there is anything illegal.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    let console = Console(surroundings: surroundings, common: common)
    let task = id.flatMap { try? NumberArgument.task($0) }
    let search = PlanHistorySearch(common, formats, in: surroundings)
    if let request = try search.request(until: until, isOfSubject: id != nil && task == nil) {
      return try SubjectHistory(request, view, console).run(id, since: since)
    }
    if let id { _ = try NumberArgument.task(id) }
    return try run(task, console)
  }

  private func run(_ task: Int?, _ console: Console) throws(CommandError) -> ExitCode {
    let surroundings = console.surroundings
    Parallel.prepare {}
    let request = try HistoryRequest(
      common, since: since, until: until, isMainline: view.countsStates, in: surroundings)
    let begun = try request.audit()
    // The first commits are read meanwhile.
    if request.isShallow { console.note(.shallowClone) }
    guard let audit = begun else {
      console.note(.noCommit)
      return .success
    }
    var drift = DriftTracker()
    let writer = try HistoryWriter(request, view.format, surroundings)
    let run = HistoryRun(writer, view, task: task.map { "Task \($0)" }, console)
    return try run.run {
      () throws(CommandError) in
      try CommandError.asking { () throws(GitError) in try audit.next() }
    } isWanted: { event in
      task == nil || event.task == task
    } observe: { commit in
      drift.observe(audit, commit)
    } intervals: {
      drift.intervals.filter { task == nil || $0.task == task }
    }
  }
}

extension Message {
  /// Of a shallow clone, not everything is known.
  static let shallowClone: Message =
    "the clone is shallow, so older commits than those that it contains are not known"
  /// Nothing has happened yet.
  static let noCommit: Message = "no commit yet"
}
