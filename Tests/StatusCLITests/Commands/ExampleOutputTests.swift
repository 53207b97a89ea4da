import StatusRules
import Testing

@testable import StatusCLI

/// What readers of `explain` and of the pages of rules see below the examples.
@Suite struct ExampleOutputTests {
  @Test("check prints the rule for the incorrect example and nothing for the correct one")
  func everyRule() {
    for rule in RuleCatalogue.descriptors {
      let output = ExampleOutput(rule)
      #expect(output.text(of: rule.bad)?.contains("[\(rule.name)]: ") == true, "\(rule.name)")
      #expect(output.text(of: rule.good) == nil, "\(rule.name)")
    }
  }
}
