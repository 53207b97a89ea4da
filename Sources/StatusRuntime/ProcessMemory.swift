import CSystemShims

/// How the process gets its memory from the system.
package enum ProcessMemory {
  /// Lets memory come in steps of megabytes and stay: every step is a call of the system, for which all threads of the
  /// process wait. For a program that ends soon.
  package static func growInLargeSteps() { shim_grow_memory_by(4 << 20) }
}
