import StatusDiagnostics
import StatusModel
import StatusRules

/// A rule with what is said of it besides its descriptor: where it is written, and how each profile judges it.
struct DocumentedRule: Sendable {
  /// All that the rule says of itself.
  let descriptor: RuleDescriptor
  /// The file that it is written in, from the project's directory.
  let sourcePath: String
  /// How each profile judges it, in the order of the profiles.
  let severities: [(profile: String, text: String)]

  /// What there is to say of `rule`.
  init(_ rule: any Rule, profiles: [Profile]) {
    let descriptor = type(of: rule).descriptor
    self.descriptor = descriptor
    sourcePath = RuleSourcePath.path(of: rule)
    severities = profiles.map { ($0.name, Self.severity(of: descriptor, in: $0)) }
  }

  /// "error", or "error; info for a phase" where the profile judges some of the findings otherwise.
  private static func severity(of rule: RuleDescriptor, in profile: Profile) -> String {
    let own = profile.severities.filter { $0.rule == rule.name }
    let general = own.first { $0.subject == nil }?.severity ?? rule.severity.name
    return ([general] + own.compactMap { own in own.subject.map { "\(own.severity) for a \($0)" } })
      .joined(separator: "; ")
  }
}
