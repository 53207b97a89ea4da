import StatusDiagnostics

/// One fault that statuslint knows: a value without state that reads a workspace and reports findings.
package protocol Rule: Sendable {
  /// All that is to be known about it besides its code.
  static var descriptor: RuleDescriptor { get }
}
