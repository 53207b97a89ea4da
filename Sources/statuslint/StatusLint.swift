import ArgumentParser
import StatusCLI

/// The command line: argument parsing, nothing else.
@main
struct StatusLint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statuslint",
    abstract: "Check the files in which a team tracks its tasks.",
    discussion: """
      statuslint reads a specs tree (TODO.md, state.json, and a directory of plans, reports and state for each task) \
      and reports where its files contradict each other or the standard.

      Examples:
        statuslint check specs/                     report what is wrong in a tree
        statuslint check specs/TODO.md              show findings for one file only
        statuslint check --report junit=check.xml   also write a report for CI
        statuslint show 221                         show one task in every file
        statuslint explain status-mismatch          describe a rule
        statuslint check specs/ --fix               make the safe fixes
        statuslint update 221 --status planned      change a status in every file
        statuslint history 221                      show all that git knows of a task
        statuslint recover specs/                   recover from a crash

      Exit codes: 0 no findings; 1 findings remain; 2 wrong command line; 3 the work could not be done.
      Shell completions: statuslint --generate-completion-script bash (or zsh, or fish).
      """,
    version: "statuslint \(Version.current)",
    subcommands: [
      Check.self, Update.self, Begin.self, Finish.self, Resume.self, Show.self, History.self, Log.self,
      Outline.self,
      Rules.self, Explain.self, Recover.self, Init.self, Config.self, Hook.self, Schema.self,
      PrintVersion.self,
    ])

  /// The options that may come first instead of a command. Completion has more.
  private static let ownOptions = ["-h", "--help", "--version", "--generate-completion-script"]

  static func main() {
    ProcessStreams.prepare()
    do {
      let words = ProcessStreams.arguments
      if let command = try CommandList.command(plainly: words) { try run(command) }
      let arguments = joined(CommandList.spelledOut(words))
      try refuseDumpOfHelp(arguments)
      try refuseUnknownCommand(arguments.first)
      if arguments.first == "help", let topic = arguments.dropFirst().first, !topic.isEmpty {
        try refuseUnknownCommand(topic)
      }
      var parsed = try parsedAlone(arguments) ?? parseAsRoot(arguments)
      if let parsed = parsed as? any ParsedCommand { try run(parsed.command()) }
      try parsed.run()
    } catch {
      end(after: error)
    }
  }

  /// `arguments` with each value that begins with a hyphen, such as `- a reason` or `-1`, joined to the option before
  /// it. The parser would take it for an option, but no option contains a space or begins with a digit.
  private static func joined(_ arguments: [String]) -> [String] {
    var joined: [String] = []
    for argument in arguments {
      if isValue(argument), let option = joined.last, option.hasPrefix("--"), option != "--",
        !option.contains("=")
      {
        joined[joined.count - 1] = "\(option)=\(argument)"
      } else {
        joined.append(argument)
      }
    }
    return joined
  }

  private static func isValue(_ argument: String) -> Bool {
    guard argument.hasPrefix("-") else { return false }
    return argument.dropFirst().first?.isNumber == true || argument.prefix { $0 != "=" }.contains(" ")
  }

  /// The command that `arguments` begin with, parsed alone. This is half the work, because the parser does not have to
  /// look at the other commands. Nil after a usage error or a request for help, which the complete parser explains
  /// better.
  private static func parsedAlone(_ arguments: [String]) -> (any ParsableCommand)? {
    let type = configuration.subcommands.first { $0.configuration.commandName == arguments.first }
    return try? type?.parseAsRoot(Array(arguments.dropFirst()))
  }

  /// Refuses an undocumented option of the parser, for which the program would need Foundation (scripts/build).
  private static func refuseDumpOfHelp(_ arguments: [String]) throws(CommandError) {
    guard
      let option = arguments.prefix(while: { $0 != "--" }).first(where: { $0.hasPrefix("--experimental-") })
    else { return }
    throw .usage("unknown option \"\(outside: option)\"", hint: "see `statuslint --help`")
  }

  /// Reports an unknown command. The parser would only say that it is an unexpected argument or an unknown option.
  private static func refuseUnknownCommand(_ first: String?) throws(CommandError) {
    guard let first, !CommandList.names.contains(first), first != "help", !first.hasPrefix("---"),
      !ownOptions.contains(where: { first == $0 || first.hasPrefix($0 + "=") })
    else { return }
    throw .unknownCommand(first)
  }
}
