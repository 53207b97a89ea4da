import StatusText

/// A mistake in a configuration.
package struct ConfigurationFault: Error, Sendable, Equatable {
  /// Where it is: in a file, or nowhere if only the combination of several files is wrong.
  package let origin: SettingOrigin
  /// What is wrong, in lower case without a full stop.
  package let message: Message
  /// What is valid, and what to do.
  package let help: Message?

  /// A mistake at `origin`.
  package init(_ origin: SettingOrigin, _ message: Message, help: Message? = nil) {
    self.origin = origin
    self.message = message
    self.help = help
  }

  /// The mistake with its place: "statuslint.json:3:5: unknown key".
  package var text: Message {
    guard case .file(let path, _, let place) = origin else { return message }
    return "\(path):\(place.line):\(place.column): \(message)"
  }
}
