import StatusHistory

/// Counts when tasks are opened, closed and reopened. Two files tell it of a task: it is counted once.
struct TaskTally {
  /// How many there were of each.
  struct Counts: Equatable {
    /// The tasks that were new.
    var opened = 0
    /// The tasks that ended, were put away or are gone.
    var closed = 0
    /// The tasks that had been closed, and went on.
    var reopened = 0

    /// Adds others.
    static func += (counts: inout Counts, others: Counts) {
      counts.opened += others.opened
      counts.closed += others.closed
      counts.reopened += others.reopened
    }
  }

  private enum State {
    case open, ended, gone
  }

  private var states: [String: State] = [:]

  /// What the steps of a commit opened, closed and reopened.
  mutating func count<Status>(_ steps: [HistorySummary<Status>.Step]) -> Counts {
    var counts = Counts()
    for step in steps {
      if let subject = step.subject { take(step, of: subject, &counts) }
    }
    return counts
  }

  private mutating func take<Status>(
    _ step: HistorySummary<Status>.Step, of subject: String, _ counts: inout Counts
  ) {
    let end: State = step.isEnd ? .ended : .open
    switch step.kind {
    case .appeared:
      counts.opened += 1
      // The task that had the number is not there any more.
      if states[subject] == .open { counts.closed += 1 }
      if step.isEnd { counts.closed += 1 }
      states[subject] = end
    case .moved:
      // A file that follows says what is known, also where the history begins in between.
      let former = states[subject] ?? (step.follows ? end : step.wasEnd ? .ended : .open)
      states[subject] = former
      switch former {
      case .open where step.isEnd: counts.closed += 1
      // The file that goes on may never have said that the task had ended.
      case .ended where step.wasEnd && !step.isEnd, .gone where !step.isEnd: counts.reopened += 1
      case .gone: break
      case .open, .ended: return
      }
      states[subject] = end
    case .archived, .vanished:
      let former = states.updateValue(.gone, forKey: subject) ?? (step.wasEnd ? .ended : .open)
      if former == .open { counts.closed += 1 }
    case .restarted, .unreadable: break
    }
  }
}
