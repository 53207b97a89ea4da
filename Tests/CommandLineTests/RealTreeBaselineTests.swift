import StatusTestSupport
import Testing

/// A baseline of each real tree beside the checkout.
struct RealTreeBaselineTests {
  @Test("the check after a baseline was taken finds nothing, also with other line ends")
  func takenOnRealTrees() async throws {
    let directory = try TemporaryDirectory()
    var script = Invocation(arguments: [], directory: directory.path)
    script.shell = """
      program='\(try BuiltProgram.path())'
      for tree in '\(Project.sharedCorpora)'/*; do
        test -e "$tree"/specs/TODO.md || test -e "$tree"/.claude/specs/TODO.md || continue
        cp -r "$tree" tree && cd tree || exit 1
        "$program" check --baseline b --select all --update-baseline --grow -q >../out || { cat ../out; exit 2; }
        find . -type f \\( -name '*.md' -o -name '*.json' \\) -exec sed -i 's/\\r*$/\\r/' {} +
        "$program" check --baseline b --select all --format concise >../out || { head ../out; exit 3; }
        test -s ../out && { head ../out; exit 4; }
        cd .. && rm -rf tree
      done
      """
    let outcome = try await script.run()
    #expect(outcome.exitCode == 0 && outcome.output == "", "\(outcome.testDescription)")
  }
}
