import StatusConfiguration
import StatusHistory

extension CheckCommand {
  package static var options: [CommandOption<CheckCommand>] {
    treeOptions + selectionOptions + fixOptions + reportOptions + [
      .flag("--archive") { $0.settings[.archive] = Setting(.flag(true), from: .option("--archive")) },
      .text("--only-format") { $0.formats = .named($1) },
      .text("--since") { command, text throws(CommandError) in
        command.since = try RevisionArgument.read(text, for: "--since")
      },
      .text("--changed", usually: RevisionName.head.text) { command, text throws(CommandError) in
        command.changed = try RevisionArgument.read(text, for: "--changed")
      },
      .text("--jobs") { command, text throws(CommandError) in
        command.jobs = try NumberArgument.threads(text)
      },
      .text("--stdin-path") { $0.stdinPath = $1 },
      .flag("--watch") { $0.isWatching = true },
      .text("--size-limit") { command, text throws(CommandError) in
        let size = try NumberArgument.size(text)
        command.settings[.sizeLimit] = Setting(.number(size), from: .option("--size-limit"))
      },
    ]
  }

  private static var selectionOptions: [CommandOption<CheckCommand>] {
    [
      .text("--select") { $0.settings.add(names($1), to: .select, from: "--select") },
      .text("--ignore") { $0.settings.add(names($1), to: .ignore, from: "--ignore") },
      .text("--severity") { command, text throws(CommandError) in
        let (name, severity) = try SeverityArgument.read(text)
        command.settings.set(name, to: .text(severity.name), in: .severity, from: "--severity")
      },
      .text("--fail-on") { command, text throws(CommandError) in
        let severity: FailOnArgument = try Choice.read(text, for: "--fail-on")
        command.settings[.failOn] = Setting(.text(severity.rawValue), from: .option("--fail-on"))
      },
    ]
  }

  private static var fixOptions: [CommandOption<CheckCommand>] {
    [
      .flag("--fix") { $0.fixFlags.fix = true },
      .flag("--unsafe-fixes") { $0.fixFlags.unsafeFixes = true },
      .flag("--fix-only") { $0.fixFlags.fixOnly = true },
      .flag("--interactive") { $0.fixFlags.interactive = true },
      .flag("--diff") { $0.fixFlags.diff = true },
      .text("--lock-timeout") { command, text throws(CommandError) in
        command.lockTimeout = try SecondsArgument.read(text, for: "--lock-timeout")
      },
    ]
  }

  private static var reportOptions: [CommandOption<CheckCommand>] {
    [
      .text("--format") { command, text throws(CommandError) in
        command.format = try Choice.read(text, for: "--format")
      },
      .text("--report") { command, text throws(CommandError) in
        let report = try ReportArgument.read(text)
        command.settings.add(report.setting, to: .reports, from: "--report")
      },
      .flag("--statistics") { $0.statistics = true },
      .text("--baseline") { $0.baselineFlags.path = $1 },
      .flag("--update-baseline") { $0.baselineFlags.updates = true },
      .flag("--grow") { $0.baselineFlags.grows = true },
      .flag("--show-suppressed") { $0.showSuppressed = true },
      .text("--junit-detail") { command, text throws(CommandError) in
        command.junitDetail = try Choice.read(text, for: "--junit-detail")
      },
    ]
  }

  private static func names(_ list: String) -> [String] { list.split(separator: ",").map(String.init) }
}
