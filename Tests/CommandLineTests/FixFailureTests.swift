import Glibc
import StatusTestSupport
import Testing

/// `check --fix` where it cannot do its work: nothing is written, and nothing is said to be fixed.
struct FixFailureTests {
  private static func expectUntouched(_ tree: BrokenTree, _ location: SourceLocation = #_sourceLocation)
    throws
  {
    for file in BrokenTree.files {
      #expect(try tree.read(file) == BrokenTree.broken(file), "\(file)", sourceLocation: location)
    }
  }

  @Test func aRefusalLeavesEverythingAndClaimsNothing() async throws {
    let tree = try BrokenTree()
    // A file with two names: replacing it would part them.
    #expect(link("\(tree.path)/specs/state.json", "\(tree.path)/copy.json") == 0)
    let outcome = try await tree.run("check", "specs", "--fix", "--format", "json")
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors.hasPrefix("statuslint: error: ") && outcome.errors.contains("specs/state.json"))
    #expect(outcome.errors.contains("\n  help: "))
    let report = try outcome.json()
    #expect(report["fixed"] == .array([]) && report["summary"]?["fixable"] == 5)
    try Self.expectUntouched(tree)
    #expect(try await tree.listing() == BrokenTree.names)
  }

  @Test func whatWasDoneBeforeTheFailureIsReported() async throws {
    let tree = try BrokenTree()
    try tree.sample.addTree(".opencode/specs")
    try tree.sample.repository.write(BrokenTree.registry, to: ".opencode/specs/state.json")
    #expect(link("\(tree.path)/.opencode/specs/state.json", "\(tree.path)/copy.json") == 0)
    let outcome = try await tree.run(
      "check", "specs", ".opencode/specs", "--fix", "--profile", "opencode", "--format", "concise")
    // 3 would say that nothing was changed.
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.contains("committed: specs/"), "\(outcome.errors)")
    #expect(outcome.output.contains("\nspecs/state.json:14:18: fixed: error: "))
    #expect(outcome.output.contains(".opencode/specs/state.json:14:18: error: "))
    for file in BrokenTree.files { #expect(try tree.read(file) == BrokenTree.fixed(file)) }
    #expect(
      try FileBytes.read("\(tree.path)/.opencode/specs/state.json") == Array(BrokenTree.registry.utf8))
  }

  @Test(.enabled(if: Invocation.canDropPrivileges)) func aTreeThatMayNotBeWritten() async throws {
    let tree = try BrokenTree()
    var invocation = tree.sample.invocation("check", "specs", "--fix", "--format", "concise")
    invocation.isUnprivileged = true
    let outcome = try await invocation.run()
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors.contains("permission denied"), "\(outcome.testDescription)")
    #expect(!outcome.output.contains("fixed"))
    try Self.expectUntouched(tree)
  }

  /// Another writer is waited for, as long as the user wants to.
  @Test func theLockIsWaitedFor() async throws {
    let tree = try BrokenTree()
    let lock = open("\(tree.path)/specs", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    #expect(lock >= 0 && flock(lock, LOCK_EX) == 0)
    let impatient = try await tree.run("check", "specs", "--fix", "--lock-timeout", "0.1")
    #expect(impatient.exitCode == 3)
    #expect(impatient.output == "")
    #expect(impatient.errors.hasPrefix("statuslint: error: ") && impatient.errors.contains("\n  help: "))
    try Self.expectUntouched(tree)
    // Who only looks does not need it.
    #expect(try await tree.run("check", "specs").exitCode == 1)
    #expect(try await tree.run("check", "specs", "--diff", "--report", "json=x.json").exitCode == 1)

    close(lock)
    var waiting = tree.sample.invocation(SampleTree.lenient(["check", "specs", "--fix"]))
    waiting.shell = "exec 9<specs; flock 9; \"$@\" 9<&- & sleep 2; exec 9<&-; wait $!"
    let outcome = try await waiting.run()
    #expect(outcome.exitCode == 0, "\(outcome.testDescription)")
    #expect(
      outcome.errors.hasPrefix("statuslint: waited ")
        && outcome.errors.hasSuffix(" for another writer in specs\n"))
  }

  /// A journal means that a commit was interrupted: a reader says so, and a command that plans an update is refused.
  @Test func anInterruptedCommitIsInTheWay() async throws {
    let tree = try BrokenTree()
    try tree.write("not a journal", to: ".statuslint.journal")
    let reader = try await tree.run("check", "specs", "--format", "concise")
    #expect(reader.exitCode == 1)
    #expect(reader.errors.hasPrefix("statuslint: ") && reader.errors.split(separator: "\n").count == 1)
    for arguments in [["--diff"], ["--fix"]] {
      let outcome = try await tree.run(["check", "specs"] + arguments)
      #expect(outcome.exitCode == 3)
      #expect(outcome.output == "" && outcome.errors.contains("recover"), "\(outcome.testDescription)")
    }
    try Self.expectUntouched(tree)
  }

  /// Many at once: one does the work, the others find it done.
  @Test func manyAtOnce() async throws {
    let tree = try BrokenTree()
    try await withThrowingTaskGroup(of: Outcome.self) { group in
      for _ in 0..<8 { group.addTask { try await tree.run("check", "specs", "--fix", "--format", "json") } }
      var fixed: [JSONValue] = []
      for try await outcome in group {
        #expect(outcome.exitCode == 0, "\(outcome.testDescription)")
        if let count = try outcome.json()["summary"]?["fixed"] { fixed.append(count) }
      }
      #expect(fixed.filter { $0 == 5 }.count == 1 && fixed.filter { $0 == 0 }.count == 7, "\(fixed)")
    }
    for file in BrokenTree.files { #expect(try tree.read(file) == BrokenTree.fixed(file)) }
    #expect(try await tree.listing() == BrokenTree.names)
  }
}
