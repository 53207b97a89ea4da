import StatusHistory
import StatusText

/// Shows what git knows of the subjects of other formats.
struct SubjectHistory {
  private let request: PlanHistoryRequest
  private let view: HistoryView
  private let console: Console

  init(_ request: PlanHistoryRequest, _ view: HistoryView, _ console: Console) {
    self.request = request
    self.view = view
    self.console = console
  }

  /// Prints it, for all subjects or for the one with that id.
  func run(_ id: String?, since: RevisionName?) throws(CommandError) -> ExitCode {
    if request.isShallow { console.note(.shallowClone) }
    if view.onlyIllegal {
      for root in request.roots where root.format.forwardKinds.isEmpty {
        console.note(
          "\(root.format.title) does not say where its statuses may go, so nothing is illegal there")
      }
    }
    guard var audit = try request.audit(since: since, isMainline: view.countsStates) else {
      console.note(.noCommit)
      return .success
    }
    var drift = SubjectDrift()
    var isKnown = id == nil
    let writer = try SubjectHistoryWriter(request.roots, view.format, console.surroundings)
    func isWanted(_ subject: HistoricSubject?) -> Bool { id.map { subject?.isCalled($0) ?? false } ?? true }
    let exitCode = try HistoryRun(writer, view, task: id, console).run {
      () throws(CommandError) in
      try CommandError.asking { () throws(GitError) in try audit.next() }
    } isWanted: { event in
      isKnown = isKnown || isWanted(event.subject)
      return isWanted(event.subject)
    } observe: { commit in
      drift.observe(audit, commit)
    } intervals: {
      drift.intervals.filter { isWanted($0.subject) }
    }
    if let id, !isKnown {
      console.note("no commit has \(outside: id); `statuslint show` lists what there is")
    }
    return exitCode
  }
}
