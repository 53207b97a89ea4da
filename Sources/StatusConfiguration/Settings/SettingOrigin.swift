import StatusText

/// Where a setting was written.
package enum SettingOrigin: Sendable, Equatable {
  /// A configuration file, as users see its path; the directory that paths in it begin in; the place.
  case file(String, directory: String, TextPosition)
  /// An option on the command line, as in "--profile".
  case option(String)
  /// A profile, by name.
  case profile(String)
  /// Nowhere: it is what holds without any.
  case standard

  /// The origin as `statuslint config` shows it.
  package var text: Message {
    switch self {
    case .file(let path, _, let place): "\(path):\(place.line)"
    case .option(let name): "command line (\(name))"
    case .profile(let name): "profile \(name)"
    case .standard: "default"
    }
  }
}
