import Glibc
import StatusRuntime
import Testing

@Suite struct HeldSignalsTests {
  /// From `hold` on, a signal waits for the end of the enclosing `released`, whatever happens inside.
  @Test func heldUntilReleased() {
    // Held back, an ignored signal is pending like any other; released, it does no harm.
    signal(SIGHUP, SIG_IGN)
    HeldSignals.released {
      // The threads of tests may hold signals back themselves.
      var set = sigset_t()
      sigemptyset(&set)
      sigaddset(&set, SIGHUP)
      pthread_sigmask(SIG_UNBLOCK, &set, nil)
      HeldSignals.released {
        pthread_kill(pthread_self(), SIGHUP)
        #expect(!HeldSignals.isPending)
        HeldSignals.hold()
        HeldSignals.during { _ = pthread_kill(pthread_self(), SIGHUP) }
        #expect(HeldSignals.isPending)
      }
      #expect(!HeldSignals.isPending)
    }
  }
}
