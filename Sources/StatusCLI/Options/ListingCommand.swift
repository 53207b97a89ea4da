/// A command whose output is text or JSON.
protocol ListingCommand: Command {
  /// The format of the output.
  var format: ListFormat { get set }
}

extension ListingCommand {
  /// The option for the format.
  static var formatOption: CommandOption<Self> {
    .text("--format") { command, text throws(CommandError) in
      command.format = try Choice.read(text, for: "--format")
    }
  }

  /// Whether the output is JSON.
  var asJSON: Bool { format == .json }
}
