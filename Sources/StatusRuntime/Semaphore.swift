import Glibc

/// A counter that threads can wait for: sem_wait(3) and related functions.
final class Semaphore: Sendable {
  /// How often a thread polls before it sleeps. Sleeping costs more than the short gaps between two jobs.
  /// Each poll is a system call, and all of them take a fraction of a millisecond.
  private static let looks = 1000

  // The semaphore must not move. Its functions are thread-safe.
  private nonisolated(unsafe) let place = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  init() { sem_init(place, 0, 0) }

  deinit {
    sem_destroy(place)
    place.deallocate()
  }

  /// Wakes one waiting thread, or the next one that waits.
  func signal() { sem_post(place) }

  /// Takes a signal, if there is one.
  func takeSignal() -> Bool { sem_trywait(place) == 0 }

  /// Waits for a signal and takes it.
  func wait() {
    for _ in 0..<Self.looks {
      if takeSignal() { return }
      sched_yield()
    }
    sleep()
  }

  /// Waits for a signal and takes it, without polling: for waits that are long.
  func sleep() {
    while sem_wait(place) != 0 {}
  }
}
