import StatusCLI
import StatusDiagnostics

/// The page of one rule.
struct RulePage: Sendable {
  private let rule: DocumentedRule

  /// The page of `rule`.
  init(_ rule: DocumentedRule) { self.rule = rule }

  /// The page in Markdown.
  var text: String {
    let about = rule.descriptor
    return """
      # \(about.name)

      <!-- Written by scripts/docs from \(rule.sourcePath): change that file, not this one. -->

      \(MarkdownText.prose(about.summary))

      \(facts)
      ## Why it matters

      \(MarkdownText.prose(about.rationale))

      ## Example

      Incorrect:

      \(shown(about.bad))
      `statuslint check` prints:

      \(MarkdownText.block(ExampleOutput(about).text(of: about.bad) ?? ""))
      Correct:

      \(shown(about.good))
      ## Use

      ```sh
      statuslint check --select \(about.name) specs/         # only this rule
      statuslint check --ignore \(about.name) specs/         # all other rules
      statuslint check --severity \(about.name)=info specs/  # off, info, warning or error
      ```

      In [statuslint.json](../configuration.md), one of:

      ```jsonc
      \(advice.settings.joined(separator: "\n"))
      ```

      \(suppression)
      \(corpus)
      """
  }

  private var advice: RuleAdvice { RuleAdvice(rule.descriptor) }

  /// How one finding is suppressed.
  private var suppression: String {
    guard let comment = advice.comment else {
      return
        "A comment cannot [suppress](../adoption.md#suppress-a-finding) a finding like this one: \(reason).\n"
    }
    return """
      To [suppress](../adoption.md#suppress-a-finding) \(comment.effect), write \(comment.place):

      ```markdown
      \(comment.text)
      ```

      """
  }

  /// Why no comment suppresses a finding.
  private var reason: String {
    rule.descriptor.family == .suppression
      ? "it would hide that a comment is useless" : "it has no place in a Markdown file"
  }

  /// Where the cases of the rule are; those of rules about a change have a history.
  private var corpus: String {
    let directory =
      rule.isAboutChange
      ? "Corpus/history" : rule.isOfOtherFormats ? "Corpus/formats" : "Corpus/rules/\(rule.descriptor.name)"
    return "Test cases, with and without findings: [\(directory)](../../\(directory)/).\n"
  }

  /// The files of an example, each below its path.
  private func shown(_ example: RuleExample) -> String {
    (example.earlier + example.files).map { file in
      let title = "`\(file.path)`\(file.remark.map { " (\($0))" } ?? "")"
      return file.text.isEmpty ? "\(title)\n" : "\(title):\n\n\(MarkdownText.block(file.text))"
    }.joined(separator: "\n")
  }

  private var facts: String {
    let about = rule.descriptor
    var rows = [("family", "[\(about.family.rawValue)](README.md#\(about.family.rawValue))")]
    rows += rule.severities.map { ("severity in profile `\($0.profile)`", $0.text) }
    rows.append(("fix", fix))
    rows.append(("formats", RuleFormats().names(of: about.name).map { "`\($0)`" }.joined(separator: ", ")))
    rows.append(("since", about.since))
    if !about.aliases.isEmpty {
      rows.append(("formerly", about.aliases.map { "`\($0)`" }.joined(separator: ", ")))
    }
    return "| | |\n|---|---|\n" + rows.map { "| \($0.0) | \($0.1) |\n" }.joined()
  }

  private var fix: String {
    switch rule.descriptor.fix {
    case .safe: "safe: keeps every meaning and guesses nothing"
    case .unsafe: "unsafe: chooses between two claims or adds a fact"
    case .none: "none: only a person knows the right correction"
    }
  }
}
