/// What reading a file came to.
package enum ReadOutcome: Sendable {
  case bytes([UInt8])
  /// The file does not exist.
  case absent
  /// Why it could not be read.
  case failed(String)
}
