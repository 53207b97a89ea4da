import StatusConfiguration
import StatusRules

extension Configuration {
  /// Which rules run.
  func selection() throws(CommandError) -> RuleSelection {
    do {
      return try RuleSelection(choices, paths: pathChoices)
    } catch {
      throw .unknownRule(error)
    }
  }
}
