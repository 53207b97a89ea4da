import StatusFileSystem
import Synchronization

/// A process on a simulated machine, as it reaches its files.
///
/// Every call has a number and can be interfered with: it fails, is not made, or the process ends, after which every
/// call fails with `processIsOver` and changes nothing. The user may do everything; errors are interferences. Nobody
/// waits for a lock: one that others have is refused at once.
final class SimulatedFileSystem: FileSystem, Sendable {
  /// Looks at each call before it is made, may change the machine as other programs would, and says what becomes of
  /// the call; nil for what it is meant to do. It must not use the file system that asks.
  typealias Interference = @Sendable (SimulatedCall, inout SimulatedMachine) -> SimulatedFault?

  /// What every call of a process that is over fails with (EOWNERDEAD).
  static let processIsOver = Errno(130)
  /// Descriptors are numbered from here, as no process numbers its own.
  static let firstDescriptor: Int32 = 1_000_000
  /// A process that makes more calls than this is taken to be in a loop, and ended.
  static let mostCalls = 20_000

  /// What this process knows and has done.
  struct State: Sendable {
    var machine: SimulatedMachine
    var process = SimulatedProcess()
    /// The calls so far.
    var calls: [SimulatedCall] = []
    /// The machine before each call, where they are kept.
    var snapshots: [SimulatedMachine] = []
    var isOver = false
  }

  private let state: Mutex<State>
  private let interference: Interference
  private let keepsSnapshots: Bool
  /// The most bytes that one read or write moves.
  private let step: Int

  /// A process on `machine`, where `locks` are held by others.
  init(
    _ machine: SimulatedMachine, locks: [SimulatedLock] = [], keepingSnapshots keepsSnapshots: Bool = false,
    step: Int = .max, interference: @escaping Interference = { _, _ in nil }
  ) {
    var state = State(machine: machine)
    state.process.foreignLocks = locks
    self.state = Mutex(state)
    self.keepsSnapshots = keepsSnapshots
    self.step = step
    self.interference = interference
  }

  /// The machine as it is now.
  var machine: SimulatedMachine { state.withLock { $0.machine } }
  /// The calls so far.
  var calls: [SimulatedCall] { state.withLock { $0.calls } }
  /// The machine before each call; empty if they are not kept.
  var snapshots: [SimulatedMachine] { state.withLock { $0.snapshots } }
  /// Whether the process has ended in the midst.
  var isOver: Bool { state.withLock { $0.isOver } }
  /// What is open, by the paths that it was opened by.
  var openFiles: [String] { state.withLock { $0.process.files.values.map(\.path).sorted() } }

  /// Time passes, in which others have done what makes the machine `machine`.
  func moveOn(to machine: SimulatedMachine) { state.withLock { $0.machine = machine } }

  /// Makes a call: numbers it, asks what becomes of it, and has `body` do its work. `half` does half of it, `failure`
  /// what happens when it fails, and `skipped` is the result of one that is not made.
  func perform<Result: Sendable>(
    _ kind: SimulatedCall.Kind, path: (State) -> String, destination: (State) -> String = { _ in "" },
    skipped: Result? = nil, half: ((inout State) throws(Errno) -> Void)? = nil,
    failure: ((inout State) throws(Errno) -> Void)? = nil,
    body: (inout State) throws(Errno) -> Result
  ) throws(Errno) -> Result {
    try state.withLock { (state) throws(Errno) -> Result in
      if state.isOver { throw Self.processIsOver }
      let call = SimulatedCall(
        number: state.calls.count, kind: kind, path: path(state), destination: destination(state))
      if keepsSnapshots { state.snapshots.append(state.machine) }
      state.calls.append(call)
      if call.number >= Self.mostCalls { throw Self.end(&state) }
      switch interference(call, &state.machine) {
      case nil: return try body(&state)
      case .fail(let errno):
        try failure?(&state)
        throw errno
      case .failAfterEffect(let errno):
        _ = try body(&state)
        throw errno
      case .failHalfway(let errno):
        try half?(&state)
        throw errno
      case .skip:
        if let skipped { return skipped }
        return try body(&state)
      case .crash: throw Self.end(&state)
      case .crashHalfway:
        try half?(&state)
        throw Self.end(&state)
      case .crashAfterEffect:
        _ = try body(&state)
        throw Self.end(&state)
      }
    }
  }

  /// Opens an inode for this process.
  func opened(_ inode: Int, _ path: String, at directory: Descriptor?, _ mode: OpenMode) -> Descriptor {
    state.withLock { state in
      state.process.open(inode, path: state.process.path(path, at: directory), mode: mode)
    }
  }

  private static func end(_ state: inout State) -> Errno {
    state.isOver = true
    state.process = SimulatedProcess()
    return processIsOver
  }

  /// The most of `count` bytes that one call moves.
  func limited(_ count: Int) -> Int { min(count, step) }
}
