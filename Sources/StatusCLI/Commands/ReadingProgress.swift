import StatusText
import Synchronization

/// One line on a terminal that says how many files have been read, in a run that takes longer than a second. It is
/// written again as the number grows, and removed at the end.
final class ReadingProgress: Sendable {
  private struct State {
    var count = 0
    /// When the line is written again, on the clock of the surroundings.
    var next: Double
    var isShown = false
  }

  private let state: Mutex<State>
  private let surroundings: Surroundings

  /// How long nothing is shown, in seconds.
  private static let patience = 1.0
  /// How often the line changes, in seconds.
  private static let interval = 0.1
  private static let clearing = Array("\r\u{1B}[K".utf8)

  /// A line that is about to be needed; nil if it would not be seen.
  init?(_ console: Console) {
    surroundings = console.surroundings
    guard !console.common.quiet, surroundings.standardError.isTerminal,
      surroundings.variable("TERM") != "dumb"
    else { return nil }
    state = Mutex(State(next: surroundings.elapsed() + Self.patience))
  }

  /// Counts a file.
  func didRead() {
    state.withLock { state in
      state.count += 1
      let now = surroundings.elapsed()
      guard now >= state.next else { return }
      state.next = now + Self.interval
      state.isShown = true
      let line: Message = "statuslint: \(state.count) files read"
      write(Self.clearing + Array(line.shown.utf8))
    }
  }

  /// Removes the line for good.
  func end() {
    state.withLock { state in
      if state.isShown { write(Self.clearing) }
      state.isShown = false
      state.next = .infinity
    }
  }

  private func write(_ bytes: [UInt8]) { _ = try? surroundings.standardError.write(bytes) }
}
