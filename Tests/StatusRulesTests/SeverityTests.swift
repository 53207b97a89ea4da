import StatusModel
import StatusRules
import Testing

struct SeverityTests {
  @Test("a profile gives a severity only to rules that exist", arguments: [Profile.opencode, .claude])
  func namesRules(profile: Profile) {
    for severity in profile.severities {
      #expect(RuleCatalogue.descriptor(named: severity.rule) != nil, "\(profile.name): \(severity.rule)")
    }
  }
}
