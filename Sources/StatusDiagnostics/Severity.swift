/// How much a finding matters; ordered, `off` lowest.
package enum Severity: UInt8, Sendable, Comparable, CaseIterable {
  /// Not reported.
  case off
  /// Worth a look; reported only when its rule is selected by name.
  case info
  /// Against the standard.
  case warning
  /// The tree is wrong, or a tool would act wrongly.
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

  /// The severity with that name, or nil.
  package init?(name: String) {
    guard let severity = Severity.allCases.first(where: { $0.name == name }) else { return nil }
    self = severity
  }

  package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}
