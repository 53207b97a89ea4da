import ArgumentParser
import StatusCLI

/// `statuslint recover`
struct Recover: ParsedCommand {
  static let configuration = CommandConfiguration(
    commandName: RecoverCommand.name, abstract: "Finish or undo an interrupted commit.",
    usage: "statuslint recover [<options>] [<path>]",
    discussion: """
      A command that changes files first saves their old content. After a crash, a full disk or a power cut, recovery \
      restores every file, or keeps the new files if all of them had been changed. Every command that writes recovers \
      first. This command only recovers, says what it did, and removes leftover files.

      Examples:
        statuslint recover                     the tree in or above the working directory
        statuslint recover specs/
        statuslint recover --adopt specs/      the tree was copied or restored with its journal
        statuslint recover --discard specs/    leave all files as they are
      """)

  @OptionGroup var output: Output
  @OptionGroup var tree: TreeChoice
  @Argument(help: "A specs tree, or a directory above it or in it.", completion: .directory)
  var path: String?
  @Flag(help: "Undo with a journal from another machine or directory.")
  var adopt = false
  @Flag(help: "Rename the journal and leave all files as they are.")
  var discard = false
  @Option(
    help: ArgumentHelp("How long to wait for other writers of the tree.", valueName: "seconds"))
  var lockTimeout = SecondsArgument.usualLockTimeout

  func command() throws(CommandError) -> any Command {
    try RecoverCommand(
      output.given + tree.given + [
        GivenOption("--adopt", adopt), GivenOption("--discard", discard),
        GivenOption("--lock-timeout", lockTimeout),
      ], path.map { [$0] } ?? [])
  }
}
