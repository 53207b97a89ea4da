// Written by scripts/embed from integrations/opencode/statuslint.js.

/// The plugin through which opencode calls the hook.
enum OpenCodePlugin {
  /// The text of the file.
  static let text = #"""
    // Written by `statuslint init --agent opencode`: asks statuslint about each edit and each shell command of the agent, and
    // about the beginning and the end of its sessions.
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
        program.on("close", (code) => resolve({ code, output: code === 0 ? output : "", errors }))
        program.stdin.end(JSON.stringify(event))
      })

    export const StatusLint = async ({ client, directory }) => {
      // For each session: what it is told at its beginning, and with which agent and model it goes on.
      const beginnings = new Map()
      const speakers = new Map()
      // The sessions that were told to go on, and those that a person has interrupted.
      const continued = new Set()
      const interrupted = new Set()

      return {
        "chat.message": async (input) => {
          speakers.set(input.sessionID, { agent: input.agent, model: input.model })
        },
        "experimental.chat.system.transform": async (input, output) => {
          const session = input.sessionID ?? ""
          if (!beginnings.has(session)) {
            beginnings.set(session, (await ask({ hook_event_name: "session.created", directory })).output)
          }
          if (beginnings.get(session)) output.system.push(beginnings.get(session))
        },
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
          if (answer.output) output.output += "\n" + answer.output
        },
        event: async ({ event }) => {
          const id = event.properties?.sessionID
          if (event.type === "session.error") interrupted.add(id)
          if (event.type !== "session.idle" || interrupted.delete(id) || !speakers.has(id)) return
          const isRepeated = continued.delete(id)
          const idle = { hook_event_name: "session.idle", directory, stop_hook_active: isRepeated }
          const answer = await ask(idle)
          if (!answer.output) return
          // The work of another agent's helper is judged when that agent stops.
          if ((await client.session.get({ path: { id } })).data?.parentID) return
          continued.add(id)
          const parts = [{ type: "text", text: answer.output }]
          await client.session.prompt({ path: { id }, body: { ...speakers.get(id), parts } })
        },
      }
    }

    """#
}
