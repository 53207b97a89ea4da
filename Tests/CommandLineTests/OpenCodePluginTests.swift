import Glibc
import StatusTestSupport
import Testing

/// The plugin for opencode, run by node: its hooks are called as opencode calls them.
@Suite(
  .timeLimit(.minutes(5)),
  .enabled(if: hasNode, "node is not installed, so the plugin was not run"))
struct OpenCodePluginTests {
  /// Calls the hooks of the plugin as `steps` say, with a client that notes what it is asked.
  private static func driver(_ steps: String) -> String {
    """
    import { StatusLint } from "./plugin.mjs"
    const said = []
    const session = {
      get: async ({ path }) => ({ data: path.id === "child" ? { parentID: "s" } : {} }),
      prompt: async ({ path, body }) => said.push(`${path.id} ${body.agent} ${body.parts[0].text}`),
    }
    const hooks = await StatusLint({ client: { session }, directory: process.cwd() })
    const idle = (id) => hooks.event({ event: { type: "session.idle", properties: { sessionID: id } } })
    \(steps)
    console.log(said.join("\\n"))
    """
  }

  private func run(_ steps: String, in tree: SampleTree) async throws -> Outcome {
    let plugin = try FileBytes.read("\(Project.directory)/integrations/opencode/statuslint.js")
    try tree.repository.write(plugin, to: "plugin.mjs")
    try tree.repository.write(Self.driver(steps), to: "driver.mjs")
    var invocation = tree.invocation()
    invocation.shell = """
      mkdir -p bin && ln -sf '\(try BuiltProgram.path())' bin/statuslint && PATH="$PWD/bin:$PATH" node driver.mjs
      """
    return try await invocation.run()
  }

  @Test("an edit is refused with the command, and another one passes")
  func edits() async throws {
    let tree = try SampleTree()
    let outcome = try await run(
      """
      const edit = (oldString, newString) =>
        hooks["tool.execute.before"]({ tool: "edit" }, { args: { filePath: "specs/TODO.md", oldString, newString } })
      await edit("### 2. Second task", "### 2. Second things")
      await edit("[NOT STARTED]", "[RESEARCHING]").catch((error) => said.push(error.message))
      await hooks["tool.execute.before"]({ tool: "read" }, { args: {} })
      """, in: tree)
    #expect(outcome.exitCode == 0, "\(outcome.testDescription)")
    #expect(
      outcome.output.hasSuffix("\nstatuslint update 2 --status researching\n"), "\(outcome.testDescription)")
    #expect(outcome.output.split(separator: "\n").count == 3)
  }

  @Test("after an edit, the result says what to do")
  func afterEdits() async throws {
    let tree = try SampleTree()
    try tree.write(SampleTree.taskList.replacing("[NOT STARTED]", with: "[RESEARCHING]"), to: "TODO.md")
    let outcome = try await run(
      """
      const args = { filePath: "specs/TODO.md", oldString: "[NOT STARTED]", newString: "[RESEARCHING]" }
      const output = { output: "done" }
      await hooks["tool.execute.after"]({ tool: "edit", args }, output)
      said.push(output.output)
      """, in: tree)
    #expect(outcome.output.hasPrefix("done\nstatuslint: specs/TODO.md:"), "\(outcome.testDescription)")
  }

  @Test("a session is told what is under way")
  func beginning() async throws {
    let outcome = try await run(
      """
      for (const _ of [1, 2]) {
        const output = { system: [] }
        await hooks["experimental.chat.system.transform"]({ sessionID: "s" }, output)
        said.push(...output.system)
      }
      """, in: SampleTree())
    #expect(outcome.output.split(separator: "\n").count == 6, "\(outcome.testDescription)")
    #expect(outcome.output.contains("task 1 (implementing)"), "\(outcome.testDescription)")
  }

  @Test(
    "an agent that stops is told once to go on, with its own agent and model; not if a person has interrupted it"
  )
  func end() async throws {
    let tree = try SampleTree()
    try await tree.git("init -q && git add -A && git commit -qm before")
    try tree.write(SampleTree.registry.replacing("not_started", with: "completed"), to: "state.json")
    let outcome = try await run(
      """
      for (const sessionID of ["s", "child", "stopped"]) await hooks["chat.message"]({ sessionID, agent: "build" })
      for (const id of ["s", "s", "child", "unknown"]) await idle(id)
      await hooks.event({ event: { type: "session.error", properties: { sessionID: "stopped" } } })
      await idle("stopped")
      """, in: tree)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 3 && lines[0].hasPrefix("s build statuslint: "), "\(outcome.testDescription)")
  }

  @Test("without statuslint, nothing is refused")
  func withoutProgram() async throws {
    let tree = try SampleTree()
    _ = try await run("", in: tree)
    try tree.repository.write(
      Self.driver(
        """
        const args = { filePath: "specs/TODO.md", oldString: "[NOT STARTED]", newString: "[RESEARCHING]" }
        await hooks["tool.execute.before"]({ tool: "edit" }, { args })
        said.push("passed")
        """), to: "driver.mjs")
    var invocation = tree.invocation()
    invocation.shell =
      "rm bin/statuslint; PATH=\"$PWD/bin:$(dirname \"$(command -v node)\")\" node driver.mjs"
    #expect(try await invocation.run().output == "passed\n")
  }
}

/// Whether there is a program that runs the plugin.
private let hasNode = ["/usr/bin", "/usr/local/bin"].contains { (directory: String) in
  access("\(directory)/node", X_OK) == 0
}
