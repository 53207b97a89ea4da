import ArgumentParser
import StatusApp

/// The command line: argument parsing, nothing else.
@main
struct StatusLint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statuslint",
    abstract: "Checks the files in which a team keeps its plan of record.",
    discussion: """
      statuslint reads a specs tree - TODO.md, state.json, and a directory of plans, reports and state for each \
      task - and says where its files contradict each other or the standard.

      Examples:
        statuslint check specs/                     what is wrong in a tree
        statuslint check specs/TODO.md              only what concerns one file
        statuslint check --report junit=check.xml   a report for a CI server, too
        statuslint show 221                         one task, as every file has it
        statuslint explain status-mismatch          what a rule means
        statuslint check specs/ --fix               correct what has one correction
        statuslint update 221 --status planned      move a task, in every file
        statuslint recover specs/                   finish or undo what a crash cut

      Exit codes: 0 nothing to report; 1 findings remain; 2 wrong usage; 3 the work could not be done.
      Shell completions: statuslint --generate-completion-script bash (or zsh, or fish).
      """,
    version: "statuslint \(Version.current)",
    subcommands: [
      Check.self, Update.self, Begin.self, Finish.self, Resume.self, Show.self, Outline.self, Rules.self,
      Explain.self, Recover.self, PrintVersion.self,
    ])

  /// What may stand first besides a command; completion has options of its own.
  private static let ownOptions = ["-h", "--help", "--version", "--generate-completion-script"]

  static func main() {
    ProcessStreams.prepare()
    do {
      let arguments = ProcessStreams.arguments
      try runPlainly(arguments)
      try refuseUnknownCommand(arguments.first)
      var command = try parsedAlone(arguments) ?? parseAsRoot(arguments)
      try command.run()
    } catch {
      Process.exit(after: error, from: self)
    }
  }

  /// Runs a command that has no options without asking the parser, which takes longer to set up than a small tree
  /// takes to check: `check` with paths, as hooks call it on every save, and `version`.
  private static func runPlainly(_ arguments: [String]) throws {
    guard !arguments.dropFirst().contains(where: { $0.hasPrefix("-") }) else { return }
    if arguments == ["version"] {
      try Process.run { surroundings throws(CommandError) in try VersionCommand().run(in: surroundings) }
    } else if arguments.first == "check" {
      var command = CheckCommand()
      command.paths = Array(arguments.dropFirst())
      try Process.run { [command] surroundings throws(CommandError) in try command.run(in: surroundings) }
    }
  }

  /// The command that `arguments` begin with, parsed by itself: half the work, since the parser need not look at all the
  /// others. Nil for whatever is not as it should be, or asks for help: about that the whole program has more to say.
  private static func parsedAlone(_ arguments: [String]) -> (any ParsableCommand)? {
    let type = configuration.subcommands.first { $0.configuration.commandName == arguments.first }
    return try? type?.parseAsRoot(Array(arguments.dropFirst()))
  }

  /// The parser would call it an unexpected argument, or an unknown option, and leave it at that.
  private static func refuseUnknownCommand(_ first: String?) throws(CommandError) {
    let commands = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let first, !commands.contains(first), first != "help", !first.hasPrefix("---"),
      !ownOptions.contains(where: { first == $0 || first.hasPrefix($0 + "=") }),
      !first.hasPrefix("--experimental-")
    else { return }
    throw .unknownCommand(first, commands: commands)
  }
}
