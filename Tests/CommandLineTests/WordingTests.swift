import StatusTestSupport
import Testing

/// What the program says of a wrong command line: the mistake itself, and what to do about it.
@Suite(.timeLimit(.minutes(2)))
struct WordingTests {
  @Test(arguments: [["--select", "foo"], ["--ignore", "foo"], ["--select", "foo", "nowhere"]])
  func aWrongRuleIsReportedBeforeAMissingTree(arguments: [String]) async throws {
    let directory = try TemporaryDirectory()
    let outcome = try await Invocation(["check"] + arguments, directory: directory.path).run()
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("unknown rule or family \"foo\""), "\(outcome.errors)")
  }

  @Test(arguments: ["/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"])
  func standardInputHasAName(path: String) async throws {
    let tree = try await WorkTree(corpus: "refusals")
    let outcome = try await tree.run("finish 11 implement --return \(path)")
    #expect(outcome.exitCode == 2, "\(outcome.testDescription)")
    #expect(outcome.errors.contains("help: use - for standard input"), "\(outcome.errors)")
  }

  @Test(arguments: [
    ["check", "--foo"], ["check", "--select"], ["show", "1", "2"], ["check", "--color", "x"],
  ])
  func whatIsQuotedIsInDoubleQuotes(arguments: [String]) async throws {
    let outcome = try await SampleTree().run(arguments)
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("\"") && !outcome.errors.contains("'"), "\(outcome.errors)")
  }

  @Test func aReturnObjectIsDescribedWithoutFilesOfTheProject() async throws {
    let tree = try await WorkTree(corpus: "refusals")
    try tree.write("{}", to: "return.json")
    let outcome = try await tree.run("finish 11 implement --return return.json")
    #expect(
      outcome.errors.contains("\"status\" (completed, partial, failed or blocked)"), "\(outcome.errors)")
    #expect(!outcome.errors.contains("schemas/"), "\(outcome.errors)")
  }
}
