extension Profile {
  /// The events of which one must have a date when something has `status`; empty if none must.
  package func neededEvents(for status: Status) -> [StatusEvent] {
    switch status {
    case .completed: return [.completed]
    case .blocked: return [.blocked]
    case .abandoned: return [.abandoned]
    case .researched, .planned, .revised:
      guard restingStatusesNeedTimestamps, let own = StatusEvent(status: status) else { return [] }
      return [own, .completed]
    default: return vocabulary.kind(status) == .active ? [.started] : []
    }
  }
}
