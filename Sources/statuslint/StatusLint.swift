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
        statuslint check specs/                      what is wrong in a tree
        statuslint check specs/TODO.md               only what concerns one file
        statuslint check --report junit=check.xml    for a CI server, besides the list on the terminal
        statuslint show 221                          one task, as every file has it
        statuslint explain timestamp-order           what a rule means

      Exit codes: 0 nothing to report; 1 findings remain; 2 wrong usage; 3 the work could not be done.
      Shell completions: statuslint --generate-completion-script bash (or zsh, or fish).
      """,
    subcommands: [Check.self, Show.self, Outline.self, Rules.self, Explain.self, PrintVersion.self])

  static func main() {
    Process.start()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      Process.exit(after: error, from: self)
    }
  }
}
