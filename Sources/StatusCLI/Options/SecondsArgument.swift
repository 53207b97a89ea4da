import StatusCommit

/// A duration on the command line.
package enum SecondsArgument {
  /// How long to wait for the lock by default.
  package static var usualLockTimeout: String { String(Int(WriteSession.usualLockTimeout)) }

  /// The seconds, with or without a fraction, that `text` names; `option` is for the message.
  static func read(_ text: String, for option: String) throws(CommandError) -> Double {
    guard let seconds = Double(text), seconds >= 0, seconds.isFinite else {
      throw .invalidValue(
        text, for: option, hint: "give seconds, such as 10 or 0.5; 0 means no waiting")
    }
    return seconds
  }
}
