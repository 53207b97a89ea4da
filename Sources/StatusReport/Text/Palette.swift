import StatusDiagnostics

/// The colours of reports for people: ANSI SGR sequences, or nothing.
struct Palette {
  private let isOn: Bool

  /// Colours, where they are wanted.
  init(colour: Bool) { isOn = colour }

  /// What begins a text in the colour of `severity`.
  func start(_ severity: Severity) -> StaticString {
    guard isOn else { return "" }
    return switch severity {
    case .error: "\u{1B}[1;31m"
    case .warning: "\u{1B}[1;33m"
    case .info, .off: "\u{1B}[1;36m"
    }
  }

  /// What begins bold text.
  var bold: StaticString { isOn ? "\u{1B}[1m" : "" }
  /// What begins the frame of an excerpt: arrows, line numbers, bars.
  var frame: StaticString { isOn ? "\u{1B}[1;34m" : "" }
  /// What begins a line that a patch takes away.
  var removed: StaticString { isOn ? "\u{1B}[31m" : "" }
  /// What begins a line that a patch adds.
  var added: StaticString { isOn ? "\u{1B}[32m" : "" }
  /// What begins what has been fixed.
  var fixed: StaticString { isOn ? "\u{1B}[1;32m" : "" }
  /// What ends any of them.
  var end: StaticString { isOn ? "\u{1B}[0m" : "" }
}
