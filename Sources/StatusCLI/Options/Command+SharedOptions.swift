extension Command {
  /// The options for output, which every command has.
  static var outputOptions: [CommandOption<Self>] {
    [
      .flag("--quiet", short: "-q") { $0.common.quiet = true },
      .flag("--verbose", short: "-v") { $0.common.verbose = true },
      .text("--color") { command, text throws(CommandError) in
        command.common.color = try Choice.read(text, for: "--color")
      },
    ]
  }

  /// The option for the standard.
  static var profileOption: CommandOption<Self> { .text("--profile") { $0.common.profile = $1 } }

  /// The option for the tree.
  static var rootOption: CommandOption<Self> { .text("--root") { $0.common.root = $1 } }

  /// The option for the configuration file.
  static var configOption: CommandOption<Self> { .text("--config") { $0.common.config = $1 } }

  /// The options of every command that reads a tree.
  static var treeOptions: [CommandOption<Self>] { outputOptions + [rootOption, configOption, profileOption] }
}
