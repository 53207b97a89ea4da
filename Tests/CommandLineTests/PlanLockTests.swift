import StatusTestSupport
import Testing

/// The locks of the programs that other formats belong to.
@Suite(.timeLimit(.minutes(2)))
struct PlanLockTests {
  private static let tasks = ".taskmaster/tasks/tasks.json"

  private func shell(_ command: String, in tree: WorkTree) async throws -> Outcome {
    var invocation = tree.invocation([])
    invocation.shell = command
    return try await invocation.run()
  }

  @Test(
    "while a program holds its lock, nothing is written, until the lock is stale",
    arguments: [
      ("taskmaster-tasks", "mkdir \(tasks).lock", "\(tasks).lock", "update 3 --status pending"),
      ("taskmaster-tasks", "mkdir \(tasks).lock", "\(tasks).lock", "check --fix"),
      ("gsd-plans", "echo 1 > .planning/.lock", ".planning/.lock", "update 02-02 --status open"),
      (
        "gsd-plans", "echo 1 > .planning/STATE.md.lock", ".planning/STATE.md.lock",
        "update 02-02 --status open"
      ),
    ])
  func honored(name: String, lock: String, path: String, command: String) async throws {
    let tree = try await WorkTree(corpus: name)
    let files = "find . -type f | LC_ALL=C sort | xargs cksum"
    let before = try await shell("\(lock) && \(files)", in: tree)
    #expect(before.exitCode == 0)
    // The clock of the run is before the lock was made.
    let outcome = try await tree.run(command)
    #expect(outcome.exitCode == 3, "\(outcome.testDescription)")
    #expect(outcome.errors.contains("is writing: it holds the lock \(path)"))
    #expect(try await shell(files, in: tree).output == before.output)
    var late = tree.invocation(command.split(separator: " ").map(String.init))
    late.variables["STATUSLINT_NOW"] = "4000000000"
    let done = try await late.run()
    #expect(done.exitCode == 0, "\(done.testDescription)")
  }

  @Test("a plan is locked as the script of planning-with-files locks it")
  func shared() async throws {
    let tree = try await WorkTree(corpus: "planning-phases")
    let before = try tree.read("task_plan.md")
    let program = try BuiltProgram.path("statuslint")
    let update = "'\(program)' update 2 --status complete --allow-transition 'as told' --lock-timeout"
    let held = try await shell("exec 9> .write_lock; flock 9; \(update) 0.1 9>&-", in: tree)
    #expect(held.exitCode == 3, "\(held.testDescription)")
    #expect(held.errors.contains("planning-with-files is writing: it holds the lock .write_lock"))
    #expect(try tree.read("task_plan.md") == before)
    // A file that a script which was killed has left locks nothing. Who waits gets the lock when it is free.
    let free = try await shell("(flock 9; sleep 0.3) 9> .write_lock & sleep 0.1; \(update) 10", in: tree)
    #expect(free.exitCode == 0, "\(free.testDescription)")
    #expect(try tree.read("task_plan.md") != before)
    #expect(try await shell("ls -A", in: tree).output.contains(".write_lock") == false)
  }
}
