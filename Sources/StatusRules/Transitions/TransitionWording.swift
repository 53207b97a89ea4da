import StatusDiagnostics
import StatusModel
import StatusText

/// How messages tell a transition that is not legal.
struct TransitionWording {
  private let transition: StatusTransition
  private let profile: Profile

  init(_ transition: StatusTransition, _ profile: Profile) {
    self.transition = transition
    self.profile = profile
  }

  private var old: String { profile.vocabulary.marker(transition.old) }
  private var new: String { profile.vocabulary.marker(transition.new) }

  /// "task 7", "phase 2 of task 7"
  private var subject: String {
    let move = transition.leading
    let task = move.task.map { "task \($0)" }
    guard let phase = move.phase else { return task ?? "a task" }
    return "phase \(phase)\(task.map { " of \($0)" } ?? "")"
  }

  /// What an illegal transition is.
  var illegal: String {
    "\(subject) was \(old) before the change and is \(new) now, which no legal steps lead to"
  }

  /// What a terminal status that has changed is.
  var reopened: String { "\(subject) was \(old) before the change, which is final, and is \(new) now" }

  /// What may come after the former status.
  var nextSteps: String {
    let table = transition.leading.phase == nil ? profile.taskTransitions : profile.phaseTransitions
    let next = profile.vocabulary.entries.map(\.status).filter { table.allows(transition.old, to: $0) }
    let markers = next.map(profile.vocabulary.marker).alternatives
    return markers.isEmpty ? "no status may follow \(old)" : "\(old) may be followed by \(markers)"
  }

  /// How to get the former status back, or to reopen what had ended.
  var restoration: String {
    let restored = "set it back to \(old)"
    guard transition.leading.phase == nil, let task = transition.leading.task else {
      return "\(restored), and add a new phase for what is left to do"
    }
    return "\(restored), and reopen it with `statuslint update \(task) --status "
      + "\(profile.vocabulary.value(transition.new)) --allow-transition REASON`"
  }
}

extension FindingCollector {
  /// Reports a finding about `transition`, at the place of the most trusted file that shows it.
  mutating func report(_ transition: StatusTransition, _ message: String, help: String) {
    let leading = transition.leading
    let related = transition.moves.dropFirst().map { move in
      RelatedLocation(Location(path: move.file.path, range: move.place), .sameHere)
    }
    report(
      leading.phase == nil ? .task : .phase, message, in: leading.file.source, at: leading.place,
      task: leading.task, phase: leading.phase, related: related, help: help, evidence: message)
  }
}

extension String {
  fileprivate static let sameHere = "the status has changed in the same way here"
}
