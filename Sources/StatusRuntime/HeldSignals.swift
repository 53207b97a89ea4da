import Glibc

/// Keeps the signals by which people and systems end or stop a program waiting, while something is done that must
/// not be cut in two.
///
/// It holds for the calling thread and for those that it starts meanwhile; worker threads block signals anyway, so
/// none comes through. SIGKILL and SIGSTOP cannot be held.
package enum HeldSignals {
  private static let held = [SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGQUIT, SIGXFSZ, SIGXCPU]

  /// Runs `body`; signals that come meanwhile take effect afterwards.
  package static func during<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var set = sigset_t()
    var former = sigset_t()
    sigemptyset(&set)
    for signal in held { sigaddset(&set, signal) }
    pthread_sigmask(SIG_BLOCK, &set, &former)
    defer {
      // A write beyond the limit of file sizes has failed with EFBIG, and been dealt with.
      discardPending(SIGXFSZ)
      pthread_sigmask(SIG_SETMASK, &former, nil)
    }
    return try body()
  }
}

/// Takes away a signal that waits, so that it does not end the process once it may come.
private func discardPending(_ signal: Int32) {
  var pending = sigset_t()
  guard sigpending(&pending) == 0, sigismember(&pending, signal) == 1 else { return }
  var set = sigset_t()
  sigemptyset(&set)
  sigaddset(&set, signal)
  var received: Int32 = 0
  sigwait(&set, &received)
}
