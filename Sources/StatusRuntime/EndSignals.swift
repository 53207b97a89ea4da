import CSystemShims
import Glibc

/// The signals that ask the program to end (SIGINT, SIGTERM, SIGHUP), as something to wait for: they are held back, and
/// can be read from a descriptor (signalfd(2)). One that the program was started to ignore stays ignored.
package final class EndSignals {
  /// The number of the descriptor, which can be read when a signal has come.
  package let descriptor: Int32
  private var former = sigset_t()

  /// Holds the signals back, on this thread and those that it starts; nil with errno if that is impossible.
  package init?() {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in [SIGINT, SIGTERM, SIGHUP] where !Self.isIgnored(signal) { sigaddset(&set, signal) }
    descriptor = shim_signal_descriptor(&set)
    if descriptor < 0 { return nil }
    pthread_sigmask(SIG_BLOCK, &set, &former)
  }

  deinit {
    // Those that have come have been answered.
    var record = [UInt8](repeating: 0, count: 128)
    while read(descriptor, &record, record.count) > 0 {}
    close(descriptor)
    pthread_sigmask(SIG_SETMASK, &former, nil)
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    sigaction(signal, nil, &action)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
