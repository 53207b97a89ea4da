import CSystemShims
import Glibc
import Synchronization

/// A thread of the system that does what it is given, again and again, until the process ends. Starting one takes
/// as long as checking a few files, so those that have nothing to do are kept.
///
/// No signal that is sent to the process is delivered to it: they are the main thread's.
final class WorkerThread: Sendable {
  /// Our parsers limit their depth; a megabyte is many times what they use.
  private static let stackSize = 1 << 20

  /// The threads that have nothing to do.
  private static let idle = Mutex<[WorkerThread]>([])

  private let work = Mutex<SharedWork?>(nil)
  private let begin = Semaphore()
  private let end = Semaphore()

  /// Up to `count` threads for the caller alone, idle ones first; fewer where the system has no more to give, and then
  /// the others do the work.
  static func take(_ count: Int) -> [WorkerThread] {
    var taken = idle.withLock { idle in
      let known = Array(idle.suffix(count))
      idle.removeLast(known.count)
      return known
    }
    while taken.count < count, let thread = WorkerThread(first: nil) { taken.append(thread) }
    return taken
  }

  /// Starts threads beforehand, as long as fewer than `count` are idle; the first begins with `work`.
  static func start(_ count: Int, first work: @escaping @Sendable () -> Void) {
    let known = idle.withLock { $0.count }
    for number in known..<max(known, count) {
      guard let thread = WorkerThread(first: number == 0 ? work : nil) else { return }
      idle.withLock { $0.append(thread) }
    }
  }

  /// Has the threads do `work`, beside the caller, and returns when it is done.
  static func run(_ work: SharedWork, on threads: [WorkerThread]) {
    for thread in threads { thread.start(work) }
    work.run()
    for thread in threads { thread.finish() }
    idle.withLock { $0 += threads }
  }

  /// Starts a thread; nil when the system has none to give.
  private init?(first: (@Sendable () -> Void)?) {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, Self.stackSize)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    shim_begin_elsewhere(&attributes)
    // A thread is born with the mask of the one that starts it.
    var all = sigset_t()
    var previous = sigset_t()
    sigfillset(&all)
    for ownFault in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT] { sigdelset(&all, ownFault) }
    pthread_sigmask(SIG_SETMASK, &all, &previous)
    defer { pthread_sigmask(SIG_SETMASK, &previous, nil) }
    let argument = Unmanaged.passRetained(Beginning(thread: self, first: first))
    var thread = pthread_t()
    guard pthread_create(&thread, &attributes, runWorkerThread, argument.toOpaque()) == 0 else {
      argument.release()
      return nil
    }
  }

  private func start(_ work: SharedWork) {
    self.work.withLock { $0 = work }
    begin.signal()
  }

  /// Waits for what the thread has begun; takes back what it has not, since by now there is nothing left of it.
  private func finish() {
    if begin.takeSignal() { work.withLock { $0 = nil } } else { end.wait() }
  }

  /// What a new thread gets.
  fileprivate final class Beginning: Sendable {
    let thread: WorkerThread
    let first: (@Sendable () -> Void)?

    init(thread: WorkerThread, first: (@Sendable () -> Void)?) {
      self.thread = thread
      self.first = first
    }
  }

  fileprivate func runForever() -> Never {
    while true {
      begin.wait()
      runOnce()
      end.signal()
    }
  }

  /// Nothing of the work may be held when the caller is told of its end: it owns what the work refers to.
  @inline(never)
  private func runOnce() {
    let given = work.withLock { work in
      defer { work = nil }
      return work
    }
    given?.run()
  }
}

/// What a thread runs. A function of its own, since a closure would take on the isolation of where it is written, and
/// trap on another thread when that is the main actor.
private nonisolated func runWorkerThread(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let argument else { return nil }
  let beginning = Unmanaged<WorkerThread.Beginning>.fromOpaque(argument).takeRetainedValue()
  shim_run_anywhere()
  beginning.first?()
  beginning.thread.runForever()
}
