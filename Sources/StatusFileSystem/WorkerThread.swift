import Glibc

/// A thread of the system that does shared work; whoever starts one joins it.
struct WorkerThread {
  /// Our parsers limit their depth; a megabyte is many times what they use.
  private static let stackSize = 1 << 20

  private let thread: pthread_t

  /// Starts a thread on `work`; nil when the system has none to give, and then the others do the work.
  init?(_ work: SharedWork) {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, Self.stackSize)
    let argument = Unmanaged.passRetained(work)
    var thread = pthread_t()
    guard pthread_create(&thread, &attributes, runSharedWork, argument.toOpaque()) == 0 else {
      argument.release()
      return nil
    }
    self.thread = thread
  }

  /// Waits until the thread has ended.
  func join() { pthread_join(thread, nil) }
}

/// What a worker thread runs. A function of its own, since a closure would take on the isolation of where it is
/// written, and trap on another thread when that is the main actor.
private nonisolated func runSharedWork(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let argument else { return nil }
  Unmanaged<SharedWork>.fromOpaque(argument).takeRetainedValue().run()
  return nil
}
