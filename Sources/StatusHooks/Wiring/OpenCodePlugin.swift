/// The plugin through which opencode calls the hook.
enum OpenCodePlugin {
  /// The text of integrations/opencode/statuslint.js, with which a test compares it.
  static let text = #"""
    // Written by `statuslint init --agent opencode`: asks statuslint about each edit and each shell command of the agent.
    import { spawn } from "node:child_process"

    const tools = ["edit", "write", "patch", "apply_patch", "multiedit", "bash"]

    // What `statuslint hook` says about an event: its exit code, standard output and standard error.
    const ask = (event) =>
      new Promise((resolve) => {
        const program = spawn("statuslint", ["hook", "--agent", "opencode"], { stdio: ["pipe", "pipe", "pipe"] })
        let output = ""
        let errors = ""
        program.stdout.on("data", (data) => (output += data))
        program.stderr.on("data", (data) => (errors += data))
        program.stdin.on("error", () => {})
        // Without statuslint, nothing is refused.
        program.on("error", () => resolve({ code: 0, output: "", errors: "" }))
        program.on("close", (code) => resolve({ code, output, errors }))
        program.stdin.end(JSON.stringify(event))
      })

    export const StatusLint = async ({ directory }) => ({
      "tool.execute.before": async (input, output) => {
        if (!tools.includes(input.tool)) return
        const event = { hook_event_name: "tool.execute.before", directory, tool: input.tool, args: output.args }
        const answer = await ask(event)
        if (answer.code === 2) throw new Error(answer.errors.trim())
      },
      "tool.execute.after": async (input, output) => {
        if (!tools.includes(input.tool) || !input.args) return
        const event = { hook_event_name: "tool.execute.after", directory, tool: input.tool, args: input.args }
        const answer = await ask(event)
        if (answer.code === 0 && answer.output) output.output += "\n" + answer.output
      },
    })

    """#
}
