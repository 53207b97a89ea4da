import StatusDiagnostics
import StatusText
import Testing

@testable import StatusClaims

/// What is done for several things at the same time.
@Suite struct PlanTreeTests {
  /// A tree that does the last thing first.
  private let tree = PlanTree(
    root: "", now: 0, names: [:], files: [:], isAsked: { _ in false },
    forEach: { count, body in for index in (0..<count).reversed() { body(index) } })

  @Test("what is made of several things is in their order")
  func map() {
    #expect(tree.map([1, 2, 3]) { "\($0)" } == ["1", "2", "3"])
    #expect(tree.map([Int]()) { "\($0)" }.isEmpty)
  }

  @Test("what is found about several things is in their order")
  func judge() {
    var findings = ClaimFindings()
    tree.judge([1, 2, 3], into: &findings) { number, findings in
      if number == 2 { return }
      for _ in 0..<number {
        findings.report(
          "rule", .error, "\(number)", "message", at: Location(path: "plan.md", range: .zero))
      }
    }
    #expect(findings.findings.map(\.evidence) == ["1", "3", "3", "3"])
  }
}
