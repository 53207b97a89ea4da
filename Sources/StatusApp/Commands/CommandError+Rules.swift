import StatusRules

extension CommandError {
  /// A name that is no rule's, no family's and not `all`.
  static func unknownRule(_ error: RuleSelection.UnknownName) -> CommandError {
    let guess = error.suggestion.map { "did you mean \($0)? " } ?? ""
    return .usage(
      "there is no rule or family \"\(ShownText.shown(error.name))\"",
      hint: guess + "`statuslint rules` lists all rules")
  }
}
