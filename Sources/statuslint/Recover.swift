import ArgumentParser
import StatusApp

/// `statuslint recover`
struct Recover: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recover", abstract: "Finish or undo an interrupted commit.",
    discussion: """
      A command that changes files writes down what they were before. If it is cut short - by a crash, a full disk, \
      a power cut - every file becomes what it was, or, where all had been changed, stays so. Every command that \
      writes does this first; recover does it by hand, says what it did, and removes what was left over.

      Examples:
        statuslint recover                     the tree in or above the working directory
        statuslint recover specs/
        statuslint recover --adopt specs/      a tree that was copied or restored with its journal
        statuslint recover --discard specs/    leave all files as they are
      """)

  @OptionGroup var common: Common
  @Argument(help: "A specs tree, or a directory above it or in it.", completion: .directory)
  var path: String?
  @Flag(help: "Undo by a journal that was made on another machine or in another directory.")
  var adopt = false
  @Flag(help: "Put the journal aside and leave all files as they are.")
  var discard = false
  @Option(
    help: ArgumentHelp("How long to wait while another command has the tree.", valueName: "seconds"))
  var lockTimeout = "10"

  func run() throws {
    var command = RecoverCommand()
    command.common = try common.options()
    command.path = path
    command.decision = try RecoverDecision.read(adopt: adopt, discard: discard)
    command.lockTimeout = try SecondsArgument.read(lockTimeout, for: "--lock-timeout")
    try Process.run { [command] surroundings throws(CommandError) in try command.run(in: surroundings) }
  }
}
