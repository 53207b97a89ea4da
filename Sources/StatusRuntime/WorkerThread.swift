import CSystemShims
import Glibc
import Synchronization

/// A system thread that runs jobs until the process ends. Starting a thread takes as long as checking a few
/// files, so idle threads are kept.
///
/// Signals are never delivered to it, only to the main thread.
final class WorkerThread: Sendable {
  /// Our parsers limit their depth; a megabyte is many times what they need.
  private static let stackSize = 1 << 20

  /// The idle threads.
  private static let idle = Mutex<[WorkerThread]>([])

  private let work = Mutex<SharedWork?>(nil)
  private let begin = Semaphore()
  private let end = Semaphore()

  /// Up to `count` threads for the caller alone, idle ones first. If the system cannot start more, there are
  /// fewer, and they do all the work.
  static func take(_ count: Int) -> [WorkerThread] {
    var taken = idle.withLock { idle in
      let known = Array(idle.suffix(count))
      idle.removeLast(known.count)
      return known
    }
    while taken.count < count, let thread = WorkerThread(first: nil) { taken.append(thread) }
    return taken
  }

  /// Starts threads in advance until `count` are idle; the first of them begins with `work`.
  static func start(_ count: Int, first work: @escaping @Sendable () -> Void) {
    let known = idle.withLock { $0.count }
    for number in known..<max(known, count) {
      guard let thread = WorkerThread(first: number == 0 ? work : nil) else { return }
      idle.withLock { $0.append(thread) }
    }
  }

  /// Runs `work` on the threads and in the caller, and returns when it is done.
  static func run(_ work: SharedWork, on threads: [WorkerThread]) {
    for thread in threads { thread.start(work) }
    work.run()
    giveBack(threads)
  }

  /// Makes `threads` idle again, once they are done with what they were given.
  static func giveBack(_ threads: [WorkerThread]) {
    for thread in threads { thread.finish() }
    idle.withLock { $0 += threads }
  }

  /// Starts a thread; nil if the system cannot.
  private init?(first: (@Sendable () -> Void)?) {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, Self.stackSize)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    shim_begin_elsewhere(&attributes)
    // A new thread inherits the signal mask of the thread that starts it.
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

  /// Gives it `work`. It must be idle.
  func start(_ work: SharedWork) {
    self.work.withLock { $0 = work }
    begin.signal()
  }

  /// Waits for the job that the thread is running, and cancels one that it has not started, because nothing
  /// is left to do.
  private func finish() {
    if begin.takeSignal() { work.withLock { $0 = nil } } else { end.wait() }
  }

  /// The argument of a new thread.
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

  /// The work must be released before the caller is notified, because the caller owns what it refers to.
  @inline(never)
  private func runOnce() {
    let given = work.withLock { work in
      defer { work = nil }
      return work
    }
    given?.run()
  }
}

/// The main function of a thread. It is not a closure, because a closure would inherit the isolation of its
/// context, and trap on another thread if that is the main actor.
private nonisolated func runWorkerThread(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let argument else { return nil }
  let beginning = Unmanaged<WorkerThread.Beginning>.fromOpaque(argument).takeRetainedValue()
  shim_run_anywhere()
  beginning.first?()
  beginning.thread.runForever()
}
