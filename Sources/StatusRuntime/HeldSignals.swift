import Glibc

/// Holds back signals that end or stop the program during work that must not be interrupted.
///
/// This applies to the calling thread and to threads that it starts; worker threads block signals anyway.
/// SIGKILL and SIGSTOP cannot be held back.
package enum HeldSignals {
  private static let held = [SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGQUIT, SIGXFSZ, SIGXCPU]

  /// Runs `body`; signals that arrive in the meantime take effect afterwards.
  package static func during<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var set = sigset_t()
    var former = sigset_t()
    sigemptyset(&set)
    for signal in held { sigaddset(&set, signal) }
    pthread_sigmask(SIG_BLOCK, &set, &former)
    defer {
      // A write beyond the file size limit has failed with EFBIG and was handled.
      discardPending(SIGXFSZ)
      pthread_sigmask(SIG_SETMASK, &former, nil)
    }
    return try body()
  }
}

/// Discards a pending signal, so that it does not end the process later.
private func discardPending(_ signal: Int32) {
  var pending = sigset_t()
  guard sigpending(&pending) == 0, sigismember(&pending, signal) == 1 else { return }
  var set = sigset_t()
  sigemptyset(&set)
  sigaddset(&set, signal)
  var received: Int32 = 0
  sigwait(&set, &received)
}
