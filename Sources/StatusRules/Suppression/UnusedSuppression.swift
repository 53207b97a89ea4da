import StatusDiagnostics
import StatusEditing
import StatusModel
import StatusText

/// A comment that suppresses findings, but suppresses none.
struct UnusedSuppression: SuppressionRule {
  static let descriptor = RuleDescriptor(
    name: "unused-suppression", family: .suppression, severity: .warning, fix: .safe,
    summary: "A comment that suppresses findings suppresses none, or names a rule that does not exist.",
    rationale: """
      A comment that suppresses nothing now suppresses the next mistake without being seen. If the name of the rule is \
      misspelled, its findings are still reported. A comment is only reported if the rules that it names have run.
      """,
    bad: [
      "specs/TODO.md": """
      ## Tasks

      <!-- statuslint-disable-next-line «nonstandard-marker» -- the board reads it -->
      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]
      """,
      "specs/state.json": """
      {
        "next_project_number": 8,
        "active_projects": [
          { "project_number": 7, "project_name": "sort_the_cellar", "status": "not_started" }
        ]
      }
      """,
    ],
    good: [
      "specs/TODO.md": """
      ## Tasks

      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]
      """,
      "specs/state.json": """
      {
        "next_project_number": 8,
        "active_projects": [
          { "project_number": 7, "project_name": "sort_the_cellar", "status": "not_started" }
        ]
      }
      """,
    ])

  func check(_ use: SuppressionUse, into findings: inout FindingCollector) {
    let comment = use.comment
    func report(_ message: String, at range: ByteRange, help: String? = nil, fix: Fix? = nil) {
      let evidence = "\(comment.keyword.text) \(use.source.text(range))"
      findings.report(
        use.subject, message, in: use.source, at: range, task: use.task, help: help, fix: fix,
        evidence: evidence)
    }
    guard let directive = comment.directive else {
      report(.unknownKeyword(comment.keyword.text), at: comment.keyword.range, help: .keywords)
      return
    }
    if use.endsNothing {
      report(.endsNothing, at: comment.keyword.range, fix: removal(of: nil, in: use))
    } else if directive == .disableFile, comment.scope.isEmpty {
      report(.tooLate, at: comment.keyword.range, help: .moveUp)
    } else if comment.disables, comment.names.isEmpty {
      report(
        .namesNothing(comment.keyword.text), at: comment.keyword.range, help: .nameThem,
        fix: removal(of: nil, in: use))
    } else {
      for (index, verdict) in use.verdicts.enumerated() {
        let name = comment.names[index]
        guard let (message, help) = Self.text(of: verdict, name.text, directive) else { continue }
        report(message, at: name.range, help: help, fix: removal(of: index, in: use))
      }
    }
  }

  private static func text(
    of verdict: SuppressionUse.Verdict, _ name: String, _ directive: SuppressionComment.Directive
  ) -> (message: String, help: String?)? {
    switch verdict {
    case .useful: nil
    case .useless: (.suppressesNothing(name, directive), nil)
    case .permanent: (.permanent(name), .ignoreIt)
    case .unknown(let suggestion):
      (.notARule(name), isOneWord(name) ? suggestion.map { .didYouMean($0) } : .separate)
    }
  }

  private static func isOneWord(_ name: String) -> Bool { !name.utf8.contains(where: ASCII.isWhitespace) }

  /// The fix that removes one of the names; the whole comment if no other is left, or without a name. Nil if the name
  /// is more than a word: it may be a reason.
  private func removal(of index: Int?, in use: SuppressionUse) -> Fix? {
    let names = use.comment.names
    guard let index, names.count > 1 else {
      if let index, !Self.isOneWord(names[index].text) { return nil }
      return Fix(.safe, .removeComment, in: use.source) { $0.removeComment(use.comment.range) }
    }
    guard Self.isOneWord(names[index].text) else { return nil }
    let range =
      index + 1 < names.count
      ? ByteRange(names[index].range.lower, names[index + 1].range.lower)
      : ByteRange(names[index - 1].range.upper, names[index].range.upper)
    return Fix(.safe, .removeName(names[index].text), in: use.source) { $0.replace(range, with: "") }
  }
}

extension String {
  fileprivate static func unknownKeyword(_ keyword: String) -> String {
    "\(keyword.quotedBriefly) is not a comment that statuslint knows"
  }
  fileprivate static let keywords =
    "use one of "
    + SuppressionComment.Directive.allCases.map { "statuslint-\($0.rawValue)" }
    .joined(separator: ", ")
  fileprivate static let endsNothing = "\"statuslint-enable\" ends no suppression"
  fileprivate static let tooLate =
    "\"statuslint-disable-file\" has no effect after the first \(SuppressionComment.fileLines) lines"
  fileprivate static let moveUp = "move the comment to the beginning of the file, after the front matter"
  fileprivate static func namesNothing(_ keyword: String) -> String {
    "\(keyword.quotedBriefly) does not name a rule"
  }
  fileprivate static let nameThem = "name the rules, separated by commas"
  fileprivate static func suppressesNothing(
    _ name: String, _ directive: SuppressionComment.Directive
  ) -> String {
    let place =
      switch directive {
      case .disable, .enable: "in the rest of this section"
      case .disableNextLine: "in the next line"
      case .disableFile: "in this file"
      }
    return "\(name.quotedBriefly) suppresses no finding \(place)"
  }
  fileprivate static func permanent(_ name: String) -> String {
    "\(name.quotedBriefly) cannot be suppressed by a comment"
  }
  fileprivate static let ignoreIt = "use --ignore or --severity"
  fileprivate static func notARule(_ name: String) -> String {
    "\(name.quotedBriefly) is not the name of a rule"
  }
  fileprivate static func didYouMean(_ name: String) -> String { "did you mean \(name)?" }
  fileprivate static let separate = "separate rules with commas, and write \"--\" before the reason"
  fileprivate static let removeComment = "remove the comment"
  fileprivate static func removeName(_ name: String) -> String { "remove \(name.quotedBriefly)" }
}
