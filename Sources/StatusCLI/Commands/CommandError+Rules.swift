import StatusRules
import StatusText

extension CommandError {
  /// A name that is not a rule, a family or `all`.
  static func unknownRule(_ error: RuleSelection.UnknownName) -> CommandError {
    let guess: Message = error.suggestion.map { "did you mean \($0)? " } ?? ""
    return .usage(
      "unknown rule or family \"\(outside: error.name)\"",
      hint: guess + "`statuslint rules` lists all rules")
  }
}
