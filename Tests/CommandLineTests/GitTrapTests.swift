import StatusTestSupport
import Testing

/// Nothing that a repository is configured with is run, and nothing that it holds reaches the terminal as it is.
@Suite(.timeLimit(.minutes(5)))
struct GitTrapTests {
  /// A repository in which each way that git has to run something leads to a program that leaves a file.
  private func trappedTree() async throws -> SampleTree {
    let tree = try SampleTree()
    // Without dates, which a fix looks for in the history.
    try tree.write(SampleTree.taskList.replacing("[IMPLEMENTING]", with: "[PLANNED]"), to: "TODO.md")
    try tree.write(
      SampleTree.registry.replacing("\"implementing\"", with: "\"planned\""), to: "state.json")
    try tree.repository.write("* filter=trap diff=trap\n", to: ".gitattributes")
    try await tree.git("init -q -b main . && git add -A && git commit -q -m begin")
    try tree.repository.write("#!/bin/sh\necho \"$0 $*\" >> '\(tree.path)/ran'\ncat\n", to: "trap")
    try tree.repository.setMode("trap", 0o755)
    let trap = "\(tree.path)/trap"
    let settings = [
      "core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.askPass", "core.gitProxy",
      "core.alternateRefsCommand", "diff.external", "diff.trap.command", "diff.trap.textconv",
      "filter.trap.clean", "filter.trap.smudge", "filter.trap.process", "gpg.program", "pager.log",
      "pager.show",
      "credential.helper", "uploadpack.packObjectsHook", "remote.origin.uploadpack", "interactive.diffFilter",
    ]
    let values =
      settings.map { "git config \($0) '\(trap)'" }
      + [
        "git config log.showSignature true", "git config filter.trap.required true",
        "git config extensions.partialClone origin", "git config remote.origin.promisor true",
        "git config remote.origin.url 'ext::\(trap) %S'", "git config protocol.ext.allow always",
        "git config alias.cat-file '!\(trap)'", "git config alias.log '!\(trap)'",
        "git config alias.rev-parse '!\(trap)'",
      ]
    try await tree.git("version && \(values.joined(separator: " && "))")
    for hook in [
      "post-index-change", "post-checkout", "reference-transaction", "pre-auto-gc", "fsmonitor-watchman",
    ] {
      try tree.repository.link(".git/hooks/\(hook)", to: trap)
    }
    try tree.repository.link("git", to: trap)
    return tree
  }

  @Test(
    arguments: [
      ["check", "--changed", "--select", "markers"], ["check", "--since", "HEAD", "--select", "markers"],
      ["check", "--since", "main...", "--select", "markers"], ["history"], ["history", "--drift"],
      ["history", "--summary", "--since", "HEAD"], ["history", "--format", "html"], ["history", "--illegal"],
      ["check", "--fix", "--unsafe-fixes", "--select", "missing-timestamp"],
      ["check", "--diff", "--unsafe-fixes", "--select", "missing-timestamp"],
    ])
  func nothingInARepositoryIsRun(_ arguments: [String]) async throws {
    let tree = try await trappedTree()
    let outcome = try await trapped(tree, arguments).run()
    #expect(outcome.exitCode == 0 || arguments.contains("--diff"), "\(outcome.testDescription)")
    if arguments.contains("--unsafe-fixes") {
      let fixed = try tree.read("TODO.md") + outcome.output
      #expect(fixed.contains("- **Planned**: 2026-01-15"), "git was not asked: \(outcome.testDescription)")
    }
    expectNothingRan(tree)
  }

  @Test func nothingIsRunWhenAnAgentStops() async throws {
    let tree = try await trappedTree()
    try tree.write(SampleTree.registry, to: "state.json")
    var invocation = trapped(tree, ["hook"])
    invocation.input = Array(
      "{\"cwd\":\(AgentEvent.quoted(tree.path)),\"hook_event_name\":\"Stop\",\"stop_hook_active\":false}".utf8
    )
    let outcome = try await invocation.run()
    #expect(outcome.errors.contains("[status-mismatch]"), "git was not asked: \(outcome.testDescription)")
    expectNothingRan(tree)
  }

  /// A run in which the variables lead to the program as well.
  private func trapped(_ tree: SampleTree, _ arguments: [String]) -> Invocation {
    var invocation = tree.invocation(arguments)
    invocation.variables["PATH"] = ".::/usr/bin:/bin"
    invocation.variables["STATUSLINT_NOW"] = "2026-02-01T12:00:00Z"
    for name in ["GIT_SSH_COMMAND", "GIT_EXTERNAL_DIFF", "GIT_PAGER", "GIT_ASKPASS", "GIT_PROXY_COMMAND"] {
      invocation.variables[name] = "\(tree.path)/trap"
    }
    invocation.variables["GIT_DIR"] = "/nonexistent"
    invocation.variables["GIT_EXEC_PATH"] = tree.path
    return invocation
  }

  @Test(
    arguments: [
      (["check", "--changed", "--select", "markers"], 3), (["history", "--format", "html"], 0),
      (["check", "--fix", "--unsafe-fixes", "--select", "missing-timestamp"], 1),
    ] as [([String], Int32)])
  func aMissingObjectIsNotFetched(_ arguments: [String], _ code: Int32) async throws {
    let tree = try await trappedTree()
    try await tree.git(
      "version; rm -f .git/objects/$(git rev-parse HEAD:specs/TODO.md | sed 's|^..|&/|'); rm -f ran")
    try tree.write(SampleTree.taskList.replacing("[NOT STARTED]", with: "[AT IT]"), to: "TODO.md")
    let outcome = try await tree.run(arguments)
    #expect(outcome.exitCode == code, "\(outcome.testDescription)")
    expectNothingRan(tree)
  }

  @Test func theTrapsAreReal() async throws {
    let tree = try await trappedTree()
    var invocation = tree.invocation([])
    invocation.shell = "git status >/dev/null; git diff >/dev/null; test -s ran"
    #expect(try await invocation.run().exitCode == 0)
  }

  private func expectNothingRan(_ tree: SampleTree, location: SourceLocation = #_sourceLocation) {
    let log = (try? FileBytes.read("\(tree.path)/ran")).map { String(decoding: $0, as: UTF8.self) }
    #expect(log == nil, sourceLocation: location)
  }

  @Test func anotherUsersRepositoryIsRefused() async throws {
    guard Invocation.canDropPrivileges else { return }
    let tree = try SampleTree()
    try await tree.git("init -q -b main . && git add -A && git commit -q -m begin")
    var invocation = tree.invocation("check", "--changed")
    invocation.isUnprivileged = true
    let outcome = try await invocation.run()
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors.contains("it belongs to another user"), "\(outcome.testDescription)")
    #expect(outcome.errors.contains("safe.directory"))
  }
}
