import StatusModel

/// The phases of a plan that have not begun, without those that may be left out. A phase is a node of the plan's graph.
struct WaitingPhases {
  /// Whether each node has not begun. A node that may be left out is in it until `first` finds that out.
  private(set) var isIdle: [Bool]
  private var isRead: [Bool]
  private var firstOfAll = 0
  private let isOptional: (Int) -> Bool

  /// The nodes that are `isIdle` and not `isOptional`, which is asked only about nodes that matter.
  init(isIdle: [Bool], isOptional: @escaping (Int) -> Bool) {
    self.isIdle = isIdle
    self.isOptional = isOptional
    isRead = isIdle.map { !$0 }
  }

  /// The first one of those that a phase needs and that are before it.
  mutating func first(of needs: PhaseGraph.Needs, before index: Int) -> Int? {
    switch needs {
    case .unknown: return nil
    case .these(let nodes):
      for node in nodes.sorted() where node < index && isWaiting(node) { return node }
      return nil
    case .allEarlier:
      while firstOfAll < index, !isWaiting(firstOfAll) { firstOfAll += 1 }
      return firstOfAll < index ? firstOfAll : nil
    }
  }

  private mutating func isWaiting(_ node: Int) -> Bool {
    if !isRead[node] {
      isRead[node] = true
      if isOptional(node) { isIdle[node] = false }
    }
    return isIdle[node]
  }
}
