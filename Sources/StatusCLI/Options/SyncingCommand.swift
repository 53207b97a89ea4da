/// A command that updates tasks.
protocol SyncingCommand: ListingCommand {
  /// The options that all of these commands have.
  var sync: SyncOptions { get set }
}

extension SyncingCommand {
  package var common: CommonOptions {
    get { sync.common }
    set { sync.common = newValue }
  }

  var format: ListFormat {
    get { sync.format }
    set { sync.format = newValue }
  }

  /// The options of every command that updates tasks.
  static var syncOptions: [CommandOption<Self>] {
    treeOptions + [
      formatOption,
      .flag("--dry-run") { $0.sync.dryRun = true },
      .text("--lock-timeout") { command, text throws(CommandError) in
        command.sync.lockTimeout = try SecondsArgument.read(text, for: "--lock-timeout")
      },
      .text("--log") { $0.sync.log = $1 },
      .text("--session-id") { command, text throws(CommandError) in
        command.sync.session = try SessionName.read(text)
      },
      .text("--delegation-depth") { command, text throws(CommandError) in
        command.sync.delegationDepth = try NumberArgument.count(text, for: "--delegation-depth", from: 0)
      },
      .text("--delegation-path") { command, text throws(CommandError) in
        let path = try TextArgument.read(text, for: "--delegation-path")
        command.sync.delegationPath = path.split(separator: ",").map(String.init)
      },
    ]
  }
}
