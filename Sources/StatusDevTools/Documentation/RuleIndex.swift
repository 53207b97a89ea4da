import StatusDiagnostics
import StatusModel

/// The page that lists all rules, family by family.
struct RuleIndex: Sendable {
  private let rules: [DocumentedRule]
  private let profiles: [Profile]

  /// The index of `rules`, with a column of severities for each of `profiles`.
  init(_ rules: [DocumentedRule], profiles: [Profile]) {
    self.rules = rules
    self.profiles = profiles
  }

  /// The page in Markdown.
  var text: String {
    """
    # The rules

    <!-- Written by scripts/docs from the rules themselves: change their descriptors, not this file. -->

    statuslint has \(rules.count) rules. Each rule finds one kind of fault. Findings show the name of the rule in brackets.
    Use the name with `--select`, `--ignore`, `--severity` and `statuslint explain`. The name of a family selects all
    rules in it, and `all` selects every rule.

    - **error**: the tree is wrong, or a program would do the wrong thing because of it.
    - **warning**: the tree does not follow the standard of the profile.
    - **info**: worth a look; reported only if `--select` names the rule or its family, or is `all`.
    - **off**: not checked in that profile, unless `--select` names the rule itself.

    A *safe* fix keeps every meaning and guesses nothing. An *unsafe* fix chooses between two claims or adds a fact.
    If there is no fix (—), only a person knows what is right. A rule with a fix may have findings without one: if the
    correction is not certain, it is left to people.

    In a plan that is not the current plan of its task, findings are at most info, except for those of the family
    syntax.

    \(RuleFamily.allCases.map(section).filter { !$0.isEmpty }.joined(separator: "\n"))
    """
  }

  private func section(_ family: RuleFamily) -> String {
    let members = rules.filter { $0.descriptor.family == family }
    guard !members.isEmpty else { return "" }
    let columns = ["rule"] + profiles.map { "`\($0.name)`" } + ["fix", "what it finds"]
    let rule = String(repeating: "|---", count: columns.count) + "|\n"
    return
      "## \(family.rawValue)\n\n\(Self.about(family))\n\n| \(columns.joined(separator: " | ")) |\n\(rule)"
      + members.map(row).joined()
  }

  private func row(_ rule: DocumentedRule) -> String {
    let about = rule.descriptor
    let fix = about.fix == .none ? "—" : about.fix.rawValue
    let cells =
      ["[\(about.name)](\(about.name).md)"] + rule.severities.map(\.text) + [
        fix, MarkdownText.cell(about.summary),
      ]
    return "| \(cells.joined(separator: " | ")) |\n"
  }

  private static func about(_ family: RuleFamily) -> String {
    switch family {
    case .syntax:
      "The file cannot be read or parsed. Other rules do not check the part that cannot be parsed."
    case .markers:
      "The status of a task, a plan or a phase: it must exist, only once, and be a known status."
    case .timestamps:
      "Dates and times: they must exist, be valid, have the right format, and be in order."
    case .transitions: "Transitions from one status to the next."
    case .structure: "Numbers, headings and fields of tasks, plans and state files."
    case .consistency: "Files that contradict each other."
    case .artifacts: "Links to reports, plans and summaries."
    case .suppression:
      "[Comments that suppress findings](../adoption.md#suppress-a-finding). A comment cannot suppress these rules."
    }
  }
}
