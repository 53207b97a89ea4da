import StatusRules

extension CommandError {
  /// A name that is not a rule, a family or `all`.
  static func unknownRule(_ error: RuleSelection.UnknownName) -> CommandError {
    let guess = error.suggestion.map { "did you mean \($0)? " } ?? ""
    return .usage(
      "unknown rule or family \"\(ShownText.shown(error.name))\"",
      hint: guess + "`statuslint rules` lists all rules")
  }
}
