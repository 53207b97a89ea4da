import StatusDiagnostics

/// A severity, or never.
package enum FailOnArgument: String, CaseIterable, Sendable {
  case error, warning, info, never

  /// The severity; nil for never.
  package var severity: Severity? { Severity(name: rawValue) }
}
