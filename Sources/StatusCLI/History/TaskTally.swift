import StatusHistory
import StatusModel

/// Tells when tasks are opened, closed and reopened, event by event. Two files tell it of a task: it is counted once.
struct TaskTally {
  /// What is counted.
  enum Change {
    /// The task is new.
    case opened
    /// It has ended, was put away or is gone.
    case closed
    /// It had been closed, and goes on.
    case reopened
  }

  private enum State {
    case open, ended, gone
  }

  private struct Place: Hashable {
    let root: String
    let task: Int
  }

  private let isTerminal: (Status) -> Bool
  private var states: [Place: State] = [:]

  /// Nothing is known yet of any task. The statuses with which one ends are `isTerminal`.
  init(ending isTerminal: @escaping (Status) -> Bool) { self.isTerminal = isTerminal }

  /// What there is to count of an event, in order.
  mutating func changes(by event: HistoryEvent) -> [Change] {
    guard event.phase == nil, let task = event.task else { return [] }
    let place = Place(root: event.root, task: task)
    let wasEnd = event.old.map(isTerminal) ?? false
    let isEnd = event.new.map(isTerminal) ?? false
    switch event.kind {
    case .appeared:
      // The task that had the number is not there any more.
      let former = states.updateValue(isEnd ? .ended : .open, forKey: place)
      return (former == .open ? [.closed] : []) + (isEnd ? [.opened, .closed] : [.opened])
    case .moved:
      // A file that follows says what is known, also where the history begins in between.
      let former = states[place] ?? ((event.follows ? isEnd : wasEnd) ? .ended : .open)
      let change = change(from: former, wasEnd: wasEnd, isEnd: isEnd)
      states[place] = former == .gone || change != nil ? (isEnd ? .ended : .open) : former
      return [change].compactMap(\.self)
    case .archived, .vanished:
      let former = states.updateValue(.gone, forKey: place) ?? (wasEnd ? .ended : .open)
      return former == .open ? [.closed] : []
    case .restarted, .unreadable: return []
    }
  }

  private func change(from former: State, wasEnd: Bool, isEnd: Bool) -> Change? {
    switch former {
    case .open: isEnd ? .closed : nil
    // Another file may never have said that the task had ended.
    case .ended: wasEnd && !isEnd ? .reopened : nil
    case .gone: isEnd ? nil : .reopened
    }
  }
}
