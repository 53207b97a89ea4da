import StatusDiagnostics

/// The colors of reports for people: ANSI SGR sequences, or nothing.
struct Palette {
  private let isOn: Bool

  /// A palette with or without colors.
  init(color: Bool) { isOn = color }

  /// Starts the color of `severity`.
  func start(_ severity: Severity) -> StaticString {
    guard isOn else { return "" }
    return switch severity {
    case .error: "\u{1B}[1;31m"
    case .warning: "\u{1B}[1;33m"
    case .info, .off: "\u{1B}[1;36m"
    }
  }

  /// Starts bold text.
  var bold: StaticString { isOn ? "\u{1B}[1m" : "" }
  /// Starts the frame of an excerpt: arrows, line numbers, bars.
  var frame: StaticString { isOn ? "\u{1B}[1;34m" : "" }
  /// Starts a removed line of a patch.
  var removed: StaticString { isOn ? "\u{1B}[31m" : "" }
  /// Starts an added line of a patch.
  var added: StaticString { isOn ? "\u{1B}[32m" : "" }
  /// Starts a fixed finding.
  var fixed: StaticString { isOn ? "\u{1B}[1;32m" : "" }
  /// Ends any of them.
  var end: StaticString { isOn ? "\u{1B}[0m" : "" }
}
