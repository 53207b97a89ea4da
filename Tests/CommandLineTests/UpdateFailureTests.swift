import Glibc
import StatusTestSupport
import Testing

/// Updates that cannot be made: each type of error, in a return object that its schema allows, and nothing changed.
@Suite(.timeLimit(.minutes(2)))
struct UpdateFailureTests {
  /// Runs a command that must fail, and checks that nothing has changed.
  private func refuse(
    _ tree: WorkTree, _ command: String, _ types: [String], exitCode: Int32 = 1,
    location: SourceLocation = #_sourceLocation
  ) async throws -> JSONValue {
    let before = try await tree.fingerprint()
    let outcome = try await tree.run("\(command) --format json", location: location)
    #expect(outcome.exitCode == exitCode, "\(outcome.testDescription)", sourceLocation: location)
    #expect(try outcome.errorTypes(location) == types, "\(outcome.output)", sourceLocation: location)
    #expect(try await tree.fingerprint() == before, sourceLocation: location)
    let object = try outcome.returnObject(location)
    #expect(object["status"] == "failed" && object["files_updated"] == .array([]), sourceLocation: location)
    return object
  }

  @Test func requestsThatCannotBeMet() async throws {
    let tree = try await WorkTree(corpus: "refusals")
    _ = try await refuse(tree, "update 11 --status planned", ["validation_failed"])
    _ = try await refuse(tree, "update 11 --artifact x=none.md", ["artifact_validation_failed"])
    _ = try await refuse(
      tree, "update 11 --status planned --phase 9=completed --artifact x=none.md --delegation-depth 4",
      ["validation_failed", "validation_failed", "artifact_validation_failed", "validation_failed"])
    _ = try await refuse(
      tree, "finish 11 implement --return bad.json",
      ["validation_failed", "validation_failed", "validation_failed"])
    let session = try await refuse(
      tree, "update 11 --status planned --session-id s --delegation-depth 2 --delegation-path a,b",
      ["validation_failed"])
    #expect(session["metadata"]?["session_id"] == "s" && session["metadata"]?["delegation_depth"] == 2)
    #expect(session["metadata"]?["delegation_path"] == .array(["a", "b"]))
  }

  @Test(arguments: [
    "tree-files-disagree", "tree-damaged-state", "tree-damaged-list", "tree-damaged-project-state",
    "tree-duplicate-key", "tree-two-statuses",
  ])
  func treesThatCannotBeBroughtInStep(name: String) async throws {
    let tree = try await WorkTree(corpus: name)
    let before = try await tree.fingerprint()
    let outcome = try await tree.run("update 11 --status partial --format json")
    #expect(outcome.exitCode == 1)
    #expect(Set(try outcome.errorTypes()) == ["status_sync_failed"], "\(outcome.output)")
    #expect(try await tree.fingerprint() == before)
  }

  @Test func aLockThatIsHeld() async throws {
    let tree = try await WorkTree(corpus: "refusals")
    let lock = open("\(tree.path)/specs", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    #expect(lock >= 0 && flock(lock, LOCK_EX) == 0)
    defer { close(lock) }
    let object = try await refuse(
      tree, "update 11 --status partial --lock-timeout 0.1", ["locked"], exitCode: 3)
    #expect(object["errors"]?[0]?["recoverable"] == .boolean(true))
    let text = try await tree.run("update 11 --status partial --lock-timeout 0")
    #expect(text.exitCode == 3 && text.output == "" && text.errors.hasPrefix("statuslint: error: "))
    #expect(try await tree.run("update 11 --status partial --dry-run").exitCode == 0)
  }

  @Test func anInterruptedCommit() async throws {
    let tree = try await WorkTree(corpus: "refusals")
    try tree.write("not a journal", to: "specs/.statuslint.journal")
    _ = try await refuse(tree, "update 11 --status partial", ["recovery_needed"], exitCode: 3)
    let object = try await refuse(
      tree, "update 11 --status partial --dry-run", ["recovery_needed"], exitCode: 3)
    guard case .string(let advice) = object["errors"]?[0]?["recommendation"] else { return }
    #expect(advice.contains("recover"))
    #expect(try await tree.run("resume 11").exitCode == 0)
  }

  @Test func aFileWithTwoNames() async throws {
    let tree = try await WorkTree(corpus: "refusals")
    #expect(link("\(tree.path)/specs/state.json", "\(tree.path)/copy.json") == 0)
    let object = try await refuse(tree, "update 11 --status partial", ["status_sync_failed"], exitCode: 3)
    // Nothing had begun.
    #expect(object["rollback_performed"] == .boolean(false))
    #expect(object["rollback_details"] == .null)
    guard case .string(let message) = object["errors"]?[0]?["message"] else { return }
    #expect(!message.contains("rolled back"), "\(message)")
  }

  @Test(.enabled(if: Invocation.canDropPrivileges)) func aPlanThatMayNotBeWritten() async throws {
    let tree = try await WorkTree(corpus: "refusals")
    let plans = "specs/011_sort_the_cellar/plans"
    var open = Invocation(arguments: [], directory: tree.path)
    open.shell = "chmod -R a+rwX . && chmod a-w \(plans)"
    #expect(try await open.run().exitCode == 0)
    let before = try await tree.fingerprint()
    var invocation = tree.invocation(["update", "11", "--phase", "1=in_progress", "--format", "json"])
    invocation.isUnprivileged = true
    let outcome = try await invocation.run()
    #expect(outcome.exitCode == 3)
    #expect(try outcome.errorTypes() == ["status_sync_failed"])
    guard case .string(let message) = try outcome.returnObject()["errors"]?[0]?["message"] else { return }
    #expect(
      message.hasPrefix("Plan file write failed: ") && message.hasSuffix(" (rolled back all changes)"),
      "\(message)")
    #expect(message.contains("permission denied"))
    #expect(try await tree.fingerprint() == before)
  }

  @Test("the help about a missing file is enough to begin a tree", arguments: ["opencode", "claude"])
  func aTreeIsBegun(profile: String) async throws {
    let tree = try await WorkTree(corpus: "life")
    tree.repository.remove("specs")
    let command = "begin 1 research --profile \(profile)"
    let none = try await tree.run(command)
    #expect(none.exitCode == 2 && none.errors.contains("create specs/TODO.md"), "\(none.testDescription)")
    try tree.write("### 1. Title\n- **Status**: [NOT STARTED]\n", to: "specs/TODO.md")
    let half = try await tree.run(command)
    #expect(half.exitCode == 3)
    let advice = try #require(half.errors.split(separator: ", such as ").last)
    try tree.write(String(advice), to: "specs/state.json")
    #expect(try await tree.run(command).exitCode == 0)
  }

  /// An editor that takes no lock writes all the time: sooner or later it meets an update. Each attempt takes the task
  /// over, so that each one writes.
  @Test func somebodyElseWrites() async throws {
    let tree = try await WorkTree(corpus: "life")
    try tree.write("", to: "run")
    var editor = Invocation(arguments: [], directory: tree.path)
    editor.shell = "while [ -e run ]; do printf '\\n' >> specs/state.json; done"
    async let writing = editor.run()
    defer { tree.repository.remove("run") }
    var met = false
    for attempt in 0..<40 where !met {
      let outcome = try await tree.run("begin 11 research --session-id s\(attempt) --take-over --format json")
      guard outcome.exitCode != 0 else { continue }
      let types = try outcome.errorTypes()
      #expect(types == ["conflict"] && outcome.exitCode == 3, "\(outcome.testDescription)")
      met = true
    }
    tree.repository.remove("run")
    _ = try await writing
    #expect(met)
    #expect(try await tree.run("update 12 --status in_progress").exitCode == 0)
  }
}
