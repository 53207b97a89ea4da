import ArgumentParser
import StatusCLI

/// `statuslint hook`
struct Hook: ParsedCommand {
  static let configuration = CommandConfiguration(
    commandName: HookCommand.name,
    abstract: "Judge what an agent is about to do, as a hook of that agent.",
    usage: "statuslint hook [<options>] < <event>",
    discussion: """
      Reads one event as JSON from standard input: of Claude Code, Codex, Cursor, or the plugin for opencode. An edit \
      that makes the tree worse is refused, with the command that makes the change in every file. Anything else passes, \
      also if statuslint cannot do its work: the exit code is 2 for a refusal and 0 otherwise.
      """)

  @OptionGroup var common: Common
  @Option(
    help: "Whose event it is: \(HookCommand.agents). (default: found out)",
    completion: .list(HookCommand.agentNames))
  var agent: String?

  func command() throws(CommandError) -> any Command {
    try HookCommand(common.given + [GivenOption("--agent", agent)])
  }
}
