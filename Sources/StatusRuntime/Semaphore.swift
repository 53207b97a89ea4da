import Glibc

/// A counter that threads wait for: sem_wait(3) and its kin.
final class Semaphore: Sendable {
  /// How often a thread looks before it lies down to sleep, which costs more than the short gaps between two pieces
  /// of work; each look is a call of the system, and the whole takes a fraction of a millisecond.
  private static let looks = 1000

  // The semaphore must stay where it is; its functions are made for several threads.
  private nonisolated(unsafe) let place = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  init() { sem_init(place, 0, 0) }

  deinit {
    sem_destroy(place)
    place.deallocate()
  }

  /// Lets one waiting thread go on, or the next that comes.
  func signal() { sem_post(place) }

  /// Takes a signal, if there is one.
  func takeSignal() -> Bool { sem_trywait(place) == 0 }

  /// Waits for a signal and takes it.
  func wait() {
    for _ in 0..<Self.looks {
      if takeSignal() { return }
      sched_yield()
    }
    while sem_wait(place) != 0 {}
  }
}
