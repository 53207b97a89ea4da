import StatusTestSupport
import Testing

/// Findings say what to do: in a fix, or in a help line.
@Suite(.timeLimit(.minutes(5)))
struct AdviceTests {
  @Test(arguments: [
    "emoji-in-heading", "missing-status", "plan-task-number", "timestamp-order", "unearned-timestamp",
  ])
  func everyFindingSaysWhatToDo(rule: String) async throws {
    var check = Invocation(arguments: [], directory: Project.directory)
    check.shell = "\"$@\" check Corpus/rules/\(rule)/*/before --select \(rule)"
    let outcome = try await check.run()
    let findings = outcome.output.split(separator: "\n\n").filter { $0.contains("[\(rule)]: ") }
    #expect(!findings.isEmpty, "\(outcome.testDescription)")
    for finding in findings {
      #expect(finding.contains("  = help: ") || finding.contains("  = fix: "), "\(finding)")
    }
  }
}
