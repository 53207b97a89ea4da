/// The severity of a finding; `off` is the lowest.
package enum Severity: UInt8, Sendable, Comparable, CaseIterable {
  /// Not reported.
  case off
  /// Worth a look; reported only if the rule is selected.
  case info
  /// The tree does not follow the standard.
  case warning
  /// The tree is wrong, or a program would do the wrong thing because of it.
  case error

  /// The word used in reports and on the command line.
  package var name: String {
    switch self {
    case .off: "off"
    case .info: "info"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// The severity with this name, or nil.
  package init?(name: String) {
    guard let severity = Severity.allCases.first(where: { $0.name == name }) else { return nil }
    self = severity
  }

  package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}
