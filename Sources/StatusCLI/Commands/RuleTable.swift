import StatusDiagnostics
import StatusModel
import StatusText

/// Rules with their severities and summaries, in columns.
struct RuleTable {
  private let profile: Profile?
  private let width: Int

  /// A table of `rules`, with the severities of a profile.
  init(_ rules: [RuleDescriptor], _ profile: Profile?) {
    self.profile = profile
    width = rules.map(\.name.utf8.count).max() ?? 0
  }

  /// The line of one of the rules.
  func line(_ rule: RuleDescriptor) -> Message {
    let name: Message = "\(rule.name)"
    let severity: Message = "\(rule.severity(in: profile).name)"
    return "  \(name.padded(to: width))  \(severity.padded(to: 7))  \(rule.summary)\n"
  }
}
