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
      """)

  @OptionGroup var output: Output
  @OptionGroup var tree: TreeChoice
  @OptionGroup var profile: ProfileChoice

  func command() throws(CommandError) -> any Command {
    try InitCommand(output.given + tree.given + profile.given)
  }
}
