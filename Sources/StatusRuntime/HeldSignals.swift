import Glibc

/// Holds back signals that end or stop the program during work that must not be interrupted.
///
/// This applies to the calling thread and to threads that it starts; worker threads block signals anyway.
/// SIGKILL and SIGSTOP cannot be held back.
package enum HeldSignals {
  private static let numbers = [SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGQUIT, SIGXFSZ, SIGXCPU]

  /// Runs `body`; signals that arrive in the meantime take effect afterwards.
  package static func during<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try released { () throws(Failure) in
      hold()
      // A write beyond the file size limit has failed with EFBIG and was handled.
      defer { discardPending(SIGXFSZ) }
      return try body()
    }
  }

  /// Runs `body`, which may `hold` signals back until its end; those that have arrived by then take effect.
  package static func released<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var former = sigset_t()
    pthread_sigmask(SIG_BLOCK, nil, &former)
    defer { pthread_sigmask(SIG_SETMASK, &former, nil) }
    return try body()
  }

  /// Holds signals back from now on, until the end of the enclosing `released`.
  package static func hold() {
    var set = held
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Whether a signal is held back that would end or stop the program.
  package static var isPending: Bool {
    var pending = sigset_t()
    return sigpending(&pending) == 0 && numbers.contains { sigismember(&pending, $0) == 1 }
  }

  private static var held: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in numbers { sigaddset(&set, signal) }
    return set
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
