import StatusDiagnostics
import Testing

@Suite struct CheckResultTests {
  @Test(arguments: [
    (Severity.error, Severity?.some(.warning), true), (.warning, .warning, true), (.info, .warning, false),
    (.error, nil, false), (.info, .info, true),
  ])
  func failsFromTheThresholdOn(severity: Severity, failOn: Severity?, fails: Bool) {
    var finding = Finding(rule: "some-rule", subject: .tree, message: "m", at: nil)
    finding.severity = severity
    let result = CheckResult(
      trees: [CheckedTree(root: "specs", profile: "p", profileReason: "r")], findings: [finding], files: [],
      failOn: failOn, seconds: 0)
    #expect(result.fails(finding) == fails)
  }

  @Test func severitiesHaveNamesAndAnOrder() {
    for severity in Severity.allCases { #expect(Severity(name: severity.name) == severity) }
    #expect(Severity(name: "grave") == nil)
    #expect(Severity.allCases.sorted() == [.off, .info, .warning, .error])
  }
}
