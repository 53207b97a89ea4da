/// Which rules someone wants, and how much their findings matter: what one configuration file or the command line says.
package struct RuleChoice: Sendable, Equatable {
  /// Rules, families or `all` that run; all if it is empty.
  package var select: [String]
  /// Rules and families that do not run.
  package var ignore: [String]
  /// Severities by rule or family.
  package var severities: [String: Severity]

  /// A choice; without arguments, one that says nothing.
  package init(select: [String] = [], ignore: [String] = [], severities: [String: Severity] = [:]) {
    self.select = select
    self.ignore = ignore
    self.severities = severities
  }
}
