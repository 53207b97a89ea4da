import StatusText

/// What someone wants in the files that match one of several patterns: `select` adds rules there, `ignore` takes some
/// away.
package struct PathRuleChoice: Sendable, Equatable {
  /// Patterns for paths from the repository root.
  package let patterns: [PathPattern]
  /// What holds there.
  package let choice: RuleChoice

  /// `choice` for what `patterns` match.
  package init(patterns: [PathPattern], choice: RuleChoice) {
    self.patterns = patterns
    self.choice = choice
  }
}
