import StatusDiagnostics

/// A severity, or never.
package enum FailOnArgument: String, CaseIterable, Sendable {
  case error, warning, info, never

  /// The default.
  package static let usual = warning

  /// The severity; nil for never.
  var severity: Severity? { Severity(name: rawValue) }
}
