import StatusDiagnostics
import StatusModel

extension Profile {
  /// A status as reports show it.
  package func state(_ status: Status) -> TaskOverview.State {
    let place = vocabulary.entries.firstIndex { $0.status == status } ?? .max
    return TaskOverview.State(vocabulary.word(status), kind(of: status), place: place)
  }

  private func kind(of status: Status) -> TaskOverview.Kind {
    switch vocabulary.kind(status) {
    case .initial: .open
    case .active: .active
    case .resting: .resting
    case .waiting: .waiting
    case .terminal: status == .completed ? .done : .ended
    }
  }
}
