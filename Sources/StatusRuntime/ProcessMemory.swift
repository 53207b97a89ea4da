import CSystemShims

/// How the process gets memory from the system.
package enum ProcessMemory {
  /// Makes the heap grow in steps of megabytes and never shrink, because all threads of the process wait for
  /// each such system call. For a program that ends soon.
  package static func growInLargeSteps() { shim_grow_memory_by(4 << 20) }

  /// Gives the heap of the calling thread that many bytes at once: a page of it that is first used takes microseconds. For
  /// a thread that will use them.
  package static func touchHeap(bytes: Int) { shim_touch_heap(bytes) }
}
