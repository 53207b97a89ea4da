import StatusClaims
import StatusEngine
import StatusSync
import StatusText

/// One update of a subject of another format.
struct SubjectUpdate {
  /// What is asked for besides the status.
  struct Options {
    /// Whether open parts are closed with it.
    var includesParts = false
    /// The status of what it belongs to, when that is finished.
    var ownerStatus: String?
  }

  private let sync: SyncOptions
  private let request: UpdateRequest
  private let options: Options
  private let roots: PlanRoots
  private let surroundings: Surroundings

  /// The update that `request` asks for, of something in one of `roots`.
  init(
    _ request: UpdateRequest, _ options: Options, _ sync: SyncOptions, in roots: PlanRoots,
    _ surroundings: Surroundings
  ) {
    self.request = request
    self.options = options
    self.sync = sync
    self.roots = roots
    self.surroundings = surroundings
  }

  /// Updates what was found.
  func run(_ found: PlanRoots.Found) throws(CommandError) -> SyncResult {
    let command = "update \(found.subject.id)" + (request.status.map { " --status \($0)" } ?? "")
    let transaction = UpdateTransaction(sync, found.root.location, command: command, surroundings)
    return try transaction.run { isLocked, result throws(CommandError) in
      let root = isLocked ? try roots.read(found.root, isLocked: true) : found.root
      return plan(found.subject.id, in: root, &result)
    }
  }

  private func plan(_ id: String, in root: PlanRoots.Root, _ result: inout SyncResult) -> [PlannedUpdate
    .File]?
  {
    let subjects = root.subjects.named(id)
    guard let subject = subjects.first, subjects.count == 1 else {
      result.errors = [.noSubject(id, in: [])]
      return nil
    }
    guard let move = move(subject, &result) else { return nil }
    let update = PlanUpdate(move, in: PlanInspection(root.snapshot, PlanInspection.Settings(root.location)))
    let isRefused = !update.refusals.isEmpty
    result.subject = SubjectMove(subject, to: move.status.text, in: root, isRefused ? [] : update.places)
    result.errors = SyncErrors(update.refusals.map { .refused(subject, move.status.text, $0) }).errors
    if isRefused { return nil }
    result.warnings += update.worse.map {
      "\(subject.id) is \"\(move.status.text)\" now, although \($0.message) [\($0.rule)]"
    }
    return update.files.map {
      PlannedUpdate.File(path: $0.path, old: $0.original, edits: $0.edits, new: $0.bytes)
    }
  }

  private func move(_ subject: PlanSubject, _ result: inout SyncResult) -> PlanMove? {
    let words = subject.statuses.words.map(\.text)
    guard let status = request.status else {
      result.errors = [.nothingAsked(of: subject, words)]
      return nil
    }
    let reading = subject.statuses.read(status)
    let word: Vocabulary.Word
    switch reading {
    case .standard(let known), .variant(let known), .spelling(let known): word = known
    case .synonym, .closed, .unknown:
      result.errors = [.unknownStatus(status, of: subject, meaning: reading.word?.text)]
      return nil
    }
    if options.includesParts, word.stage != .done, word.stage != .closed {
      result.errors = [.closesNothing(word.text)]
      return nil
    }
    var move = PlanMove(subject, to: word)
    move.includesParts = options.includesParts
    move.ownerStatus = options.ownerStatus
    move.isMeant = request.overrideReason != nil
    if let text = request.timestamp {
      switch UpdateRequest.moment(text, now: surroundings.now()) {
      case .success(let time): move.moment = time.secondsSince1970
      case .failure(let error):
        result.errors = [error]
        return nil
      }
    }
    return move
  }
}
