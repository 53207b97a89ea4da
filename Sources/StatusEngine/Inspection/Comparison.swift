import StatusModel
import StatusRuntime

/// The comparison of a tree with an earlier state of it, which one thread makes while others judge the tree.
final class Comparison: Sendable {
  private let earlier: Workspace
  private let promise = Promise<Change>()

  /// A comparison with `earlier`, which has to be made.
  init(with earlier: Workspace) { self.earlier = earlier }

  /// Compares the earlier state with `workspace`. Is called once.
  func make(with workspace: Workspace) { promise.keep(Change(from: earlier, to: workspace)) }

  /// What has changed. Waits until that is known.
  var change: Change { promise.wait() }
}
