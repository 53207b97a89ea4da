import ArgumentParser
import StatusCLI

/// `statuslint init`
struct Init: ParsedCommand {
  static let configuration = CommandConfiguration(
    commandName: InitCommand.name,
    abstract: "Write a first configuration for the trees that there are.",
    usage: "statuslint init [<options>]",
    discussion: """
      The file is statuslint.json in the directory of the repository. An existing one is never replaced. In a git \
      repository, the files of an interrupted commit are added to .gitignore.

      With --agent, the settings of that agent are changed instead: it calls `statuslint hook` then, and gets a skill. All \
      other settings stay as they are. --remove takes exactly that out again.

      Examples:
        statuslint init                 a configuration
        statuslint init --baseline      also accept all findings that there are
        statuslint init --tree          also begin a tree, where there is none
        statuslint init --agent claude  make Claude Code call the hook
      """)

  @OptionGroup var output: Output
  @OptionGroup var root: TreeChoice
  @OptionGroup var profile: ProfileChoice
  @Flag(help: "Make a tree without tasks first, where there is none: specs/, or the directory of --root.")
  var tree = false
  @Flag(help: "Also write a baseline with all findings, which do not count then.")
  var baseline = false
  @Option(
    help: "Make an agent call the hook: \(HookCommand.agents).", completion: .list(HookCommand.agentNames))
  var agent: String?
  @Flag(help: "Take out what --agent has written.")
  var remove = false

  func command() throws(CommandError) -> any Command {
    try InitCommand(
      output.given + root.given + profile.given + [
        GivenOption("--tree", tree), GivenOption("--baseline", baseline), GivenOption("--agent", agent),
        GivenOption("--remove", remove),
      ])
  }
}
