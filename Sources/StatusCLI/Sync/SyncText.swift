import StatusSync
import StatusText

/// What an update tells people.
enum SyncText {
  /// One line for each task that moved, and one for each of its phases.
  static func lines(_ moves: [PlannedUpdate.Move]) -> [String] {
    moves.flatMap { move -> [String] in
      let task =
        move.old == move.new
        ? "task \(move.task) stays \(move.new)" : "task \(move.task): \(move.old) -> \(move.new)"
      return [task]
        + move.phases.map { "phase \($0.number): \($0.old.map { "\($0) -> " } ?? "")\($0.new)" }
    }
  }

  /// One line for a subject of another format, and one for each place that is written.
  static func lines(_ move: SubjectMove, _ shown: (String) -> String) -> [String] {
    let head =
      move.from == move.to
      ? "\(move.kind) \(move.id) stays \(move.to)"
      : "\(move.kind) \(move.id): \(move.from.map { "\($0) -> " } ?? "")\(move.to)"
    return [head]
      + move.places.map { place in
        "  \(shown(place.path)):\(place.position.line): \(place.name) \"\(place.old)\" -> \"\(place.new)\""
      }
  }

  /// The text for standard output; may be empty.
  static func report(_ result: SyncResult) -> Message {
    var lines: [String] = []
    for move in result.update?.moves ?? [] {
      let own = self.lines([move])
      lines += own.prefix(1) + own.dropFirst().map { "  \($0)" }
    }
    if let beginning = result.beginning {
      if result.update == nil || beginning.isResumed { lines.append("the workflow continues") }
      if let phase = beginning.phase { lines.append("phase \(phase.number): \(phase.title)") }
      lines.append("session \(beginning.session)")
    }
    if let subject = result.subject { lines += self.lines(subject, result.shown) }
    let isIdle = result.subject.map(\.places.isEmpty) ?? (result.update == nil && result.beginning == nil)
    if isIdle { lines.append("no changes") }
    if !result.written.isEmpty {
      lines.append("updated \(result.written.map(result.shown).joined(separator: ", "))")
    }
    return lines.map { "\($0)\n" }.joined()
  }

  /// The errors, formatted for standard error.
  static func errors(_ result: SyncResult) -> Message {
    result.errors.map { error in
      "statuslint: error: \(result.shown(error.message))\n"
        + "  help: \(result.shown(error.recommendation))\n"
    }.joined()
  }
}
