import StatusDiagnostics

/// One fault that statuslint knows: a value without state that reads a workspace and reports findings.
package protocol Rule: Sendable {
  /// Everything about it except its code.
  static var descriptor: RuleDescriptor { get }
}
