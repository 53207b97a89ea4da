import StatusDiagnostics
import StatusModel
import StatusRules

/// A rule with more information than its descriptor has: its source file, and its severity in each profile.
struct DocumentedRule: Sendable {
  /// The descriptor of the rule.
  let descriptor: RuleDescriptor
  /// Its source file, relative to the project's directory.
  let sourcePath: String
  /// Its severity in each profile, in the order of the profiles.
  let severities: [(profile: String, text: String)]

  /// Whether it compares two states of a tree.
  let isAboutChange: Bool

  /// Whether only other formats than ours have it.
  let isOfOtherFormats: Bool

  /// The documentation of `rule`.
  init(_ rule: any Rule, profiles: [Profile]) {
    isAboutChange = rule is any ChangeRule
    isOfOtherFormats = rule is any FormatRule
    let descriptor = type(of: rule).descriptor
    self.descriptor = descriptor
    sourcePath = RuleSourcePath.path(of: rule)
    severities = profiles.map { ($0.name, Self.severity(of: descriptor, in: $0)) }
  }

  /// "error", or "error; info for a phase" if the profile sets another severity for some subjects.
  private static func severity(of rule: RuleDescriptor, in profile: Profile) -> String {
    let own = profile.severities.filter { $0.rule == rule.name }
    let general = own.first { $0.subject == nil }?.severity ?? rule.severity.name
    return ([general] + own.compactMap { own in own.subject.map { "\(own.severity) for a \($0)" } })
      .joined(separator: "; ")
  }
}
