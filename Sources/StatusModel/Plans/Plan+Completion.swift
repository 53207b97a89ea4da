extension Plan {
  /// For each phase, whether it needs no status of its own. A phase and its parts need one between them, or one for
  /// each part: a phase whose parts have markers needs none, and parts need none where none of them has one.
  package var spokenFor: [Bool] {
    var hasMarkedPart = [Bool](repeating: false, count: phases.count)
    for phase in phases where phase.parent >= 0 && phase.marker != nil { hasMarkedPart[phase.parent] = true }
    return phases.indices.map { index in
      hasMarkedPart[index] || phases[index].parent >= 0 && !hasMarkedPart[phases[index].parent]
    }
  }

  /// Whether every phase is certainly completed; a plan without phases, or with one that cannot be read, is not.
  package var isDone: Bool {
    guard !phases.isEmpty, unreadablePhases.isEmpty else { return false }
    return zip(phases, spokenFor).allSatisfy { phase, isSpokenFor in
      phase.marker == nil ? isSpokenFor : phase.status == .completed
    }
  }
}
