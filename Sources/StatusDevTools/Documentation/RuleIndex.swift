import StatusDiagnostics
import StatusModel

/// The page that lists all rules, family by family.
struct RuleIndex: Sendable {
  private let rules: [DocumentedRule]
  private let profiles: [Profile]

  /// The index of `rules`; `profiles` are the columns of their severities.
  init(_ rules: [DocumentedRule], profiles: [Profile]) {
    self.rules = rules
    self.profiles = profiles
  }

  /// The page in Markdown.
  var text: String {
    """
    # The rules

    <!-- Written by scripts/docs from the rules themselves: change their descriptors, not this file. -->

    statuslint knows \(rules.count) rules. A rule is one fault; its name is what findings show in brackets, what
    `--select`, `--ignore` and `--severity` take, and what `statuslint explain` explains. The name of a family stands
    for all rules in it, `all` for every rule.

    - **error**: the tree is wrong, or a tool would act wrongly on it.
    - **warning**: against the standard that the profile stands for.
    - **info**: worth a look; reported only where `--select` asks for it: by rule, by family, or with `all`.
    - **off**: not judged in that profile, unless `--select` has the rule's own name.

    A *safe* fix keeps every meaning and guesses nothing. An *unsafe* one chooses between two claims or adds a fact.
    Where there is none (—) only a person knows what is right. A rule with a fix does not have one for each of its
    findings: what is not certain is left to people.

    Findings in a plan that is not its task's current one are worth a look at most, but for those of the family
    syntax.

    \(RuleFamily.allCases.map(section).filter { !$0.isEmpty }.joined(separator: "\n"))
    """
  }

  private func section(_ family: RuleFamily) -> String {
    let members = rules.filter { $0.descriptor.family == family }
    guard !members.isEmpty else { return "" }
    let columns = ["rule"] + profiles.map { "`\($0.name)`" } + ["fix", "the fault"]
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
      "A file that cannot be read as what it is. Nothing else is said about the part that cannot be read."
    case .markers:
      "The status of a task, a plan or a phase: whether it is there, once, and a word that is known."
    case .timestamps:
      "Dates and times: whether they are real, written as their place wants, there, and in order."
    case .transitions: "The way from one status to the next."
    case .structure: "Numbers, headings and fields that every task, plan and state file has."
    case .consistency: "One claim in several files, and the files do not agree."
    case .artifacts: "The reports, plans and summaries that tasks link to."
    }
  }
}
