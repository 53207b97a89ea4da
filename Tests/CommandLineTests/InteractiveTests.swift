import StatusTestSupport
import Testing

/// `check --fix --interactive`, on a pseudo-terminal that script(1) makes.
struct InteractiveTests {
  /// The tree has five findings, in this order: the plan, TODO.md twice, state.json twice.
  private let tree: BrokenTree

  init() throws { tree = try BrokenTree() }

  /// A run in which `answers` are typed, one a line.
  private func run(_ answers: String, _ arguments: [String] = []) async throws -> Outcome {
    var invocation = tree.sample.invocation(
      SampleTree.lenient(["check", "specs", "--fix", "--interactive"] + arguments))
    let typed = answers.map { "\($0)\\n" }.joined()
    invocation.shell = "printf '\(typed)' | script -qec \"$*\" /dev/null | tr -d '\\r'"
    invocation.variables["TERM"] = "dumb"
    return try await invocation.run()
  }

  private func changed() throws -> [String] {
    try BrokenTree.files.filter { try tree.read($0) != BrokenTree.broken($0) }
  }

  @Test func everyFixIsShownAndMadeOnRequest() async throws {
    let outcome = try await run("yyyyy")
    #expect(outcome.output.contains("-- **Status**: [not started]\n+- **Status**: [NOT STARTED]\n"))
    #expect(outcome.output.contains("replace with [NOT STARTED]? [y,n,a,f,q,?] "))
    #expect(outcome.output.contains("\n5 fixed") || outcome.output.contains("; 5 fixed"), "\(outcome.output)")
    for file in BrokenTree.files { #expect(try tree.read(file) == BrokenTree.fixed(file), "\(file)") }
  }

  @Test func whatIsDeclinedStays() async throws {
    let outcome = try await run("nnnnn")
    #expect(try changed() == [])
    // None is asked about twice.
    #expect(outcome.output.ranges(of: "[y,n,a,f,q,?] ").count == 5, "\(outcome.output)")
    _ = try await run("ynnnn")
    #expect(try changed().count == 1)
  }

  @Test func oneAnswerForARuleOrAFile() async throws {
    let outcome = try await run("aaaaa")
    #expect(outcome.output.ranges(of: "[y,n,a,f,q,?] ").count == 3, "\(outcome.output)")
    for file in BrokenTree.files { #expect(try tree.read(file) == BrokenTree.fixed(file), "\(file)") }
    let other = try BrokenTree()
    let byFile = try await InteractiveTests(other).run("fff")
    #expect(byFile.output.ranges(of: "[y,n,a,f,q,?] ").count == 3, "\(byFile.output)")
    for file in BrokenTree.files { #expect(try other.read(file) == BrokenTree.fixed(file), "\(file)") }
  }

  private init(_ tree: BrokenTree) { self.tree = tree }

  @Test("nothing has changed after q and at the end of input", arguments: ["yyq", "yyyy", "", "?q", "xq"])
  func quitting(answers: String) async throws {
    let outcome = try await run(answers)
    #expect(try changed() == [])
    #expect(outcome.output.contains("statuslint: nothing was written\n"), "\(outcome.output)")
    if answers.count == 2 { #expect(outcome.output.contains("q  quit, and write nothing")) }
  }

  @Test(arguments: [
    (["--fix", "--interactive"], "--interactive needs a terminal for input and output"),
    (["--interactive"], "--interactive has no effect by itself"),
    (["--diff", "--interactive"], "--interactive has no effect by itself"),
  ])
  func whatMakesNoSense(arguments: [String], message: String) async throws {
    let outcome = try await tree.run(["check", "specs"] + arguments)
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.hasPrefix("statuslint: error: \(message)\n  help: "), "\(outcome.errors)")
  }
}
