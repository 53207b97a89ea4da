import Testing

/// A signal that would end the program while it commits: what it has done is still said.
@Suite(.timeLimit(.minutes(2)))
struct InterruptedUpdateTests {
  /// The log is a full pipe, so that the program waits after its commit until the signal is there.
  @Test func reportsTheCommit() async throws {
    let tree = try await WorkTree(corpus: "life")
    var update = tree.invocation(["begin", "12", "implement", "--session-id", "s", "--log", "/dev/fd/3"])
    update.shell = """
      mkfifo full; exec 3<>full; head -c 65536 /dev/zero >&3
      "$@" & program=$!
      until grep -q IMPLEMENTING specs/TODO.md; do sleep 0.05; done
      while [ -e specs/.statuslint.journal.done ]; do sleep 0.05; done
      sleep 0.1; kill -TERM $program; sleep 0.1
      head -c 65536 <&3 >/dev/null; head -n 1 <&3 >log
      wait $program; echo $? >code
      """
    let outcome = try await update.run()
    #expect(outcome.output.contains("updated specs/TODO.md, specs/state.json"), "\(outcome.testDescription)")
    #expect(
      outcome.errors.contains("interrupted after the commit; committed: specs/TODO.md, specs/state.json"),
      "\(outcome.testDescription)")
    #expect(try tree.read("log").contains(#""to": "implementing""#))
    #expect(try tree.read("code") == "143\n")
  }

  @Test("a log whose last line was cut off gets each new line on its own")
  func cutOffLog() async throws {
    for (old, kept) in [
      ("", 0), ("{ \"ti", 1), ("{ \"time\": \"2026-01-01T00:00:00Z\", \"com", 1), ("{ \"time\": 1 }\n", 1),
    ] {
      let tree = try await WorkTree(corpus: "life")
      try tree.write(old, to: "log")
      for session in ["s", "t"] {
        let command = "begin 12 implement --take-over --session-id \(session) --log log"
        #expect(try await tree.run(command).exitCode == 0)
      }
      let lines = try tree.read("log").split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == kept + 3 && lines.last == "", "\(lines)")
      #expect(lines.dropFirst(kept).prefix(2).allSatisfy { $0.hasPrefix("{ \"time\":") && $0.hasSuffix("}") })
    }
  }
}
