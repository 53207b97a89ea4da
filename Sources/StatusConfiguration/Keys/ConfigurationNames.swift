/// The names that a configuration may use and that other modules know.
package struct ConfigurationNames: Sendable {
  /// Rules, with former names.
  package let rules: [String]
  /// Families of rules.
  package let families: [String]
  /// Profiles.
  package let profiles: [String]
  /// Report formats.
  package let formats: [String]

  /// These names.
  package init(rules: [String], families: [String], profiles: [String], formats: [String]) {
    self.rules = rules
    self.families = families
    self.profiles = profiles
    self.formats = formats
  }

  /// What selects rules.
  var selections: [String] { ["all"] + families + rules }
}
