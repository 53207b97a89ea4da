import ArgumentParser
import StatusCLI

/// A command as the argument parser reads it: its help page, and the texts of its options.
protocol ParsedCommand: ParsableCommand {
  /// The command with the values of these texts.
  func command() throws(CommandError) -> any Command
}
