import StatusConfiguration
import StatusEngine
import StatusModel
import StatusReport
import StatusText

/// `statuslint config`: the settings in force, and where each comes from.
package struct ConfigCommand: ListingCommand {
  package static let name = "config"
  package static let argumentCounts = 0...0
  package static var options: [CommandOption<ConfigCommand>] {
    treeOptions + [formatOption, .flag("--check") { $0.checksOnly = true }]
  }

  package var common = CommonOptions()
  var format = ListFormat.usual
  /// Whether to look for mistakes only.
  private var checksOnly = false

  /// The settings of the tree that a command without a path uses.
  package init(arguments: [String] = []) {}

  /// Prints the settings. A mistake in a file is an error like in every other command.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    let console = Console(surroundings: surroundings, common: common)
    let (configuration, profile) = try settings(surroundings, console)
    for fault in configuration.unreachableStatuses { console.warn(fault.text, committed: []) }
    if checksOnly {
      let files = configuration.paths.map { "\(outside: $0)" as Message }.joined(separator: ", ")
      try console.print(files.isEmpty ? "no configuration file was found" : "no mistake in \(files)")
      return .success
    }
    let rows = rows(configuration, profile)
    if asJSON {
      try console.print(json(rows, configuration), as: .json)
    } else {
      try console.print(text: text(rows, configuration))
    }
    return .success
  }

  /// The configuration, and the profile of its tree; nil if no tree was found and none is set.
  private func settings(_ surroundings: Surroundings, _ console: Console) throws(CommandError)
    -> (Configuration, ProfileDetection?)
  {
    let discovery = TreeDiscovery(
      fileSystem: surroundings.fileSystem, workingDirectory: surroundings.workingDirectory)
    guard try discovery.locationsIfAny(common.root ?? ".") != nil else {
      var finder = ConfigurationFinder(common, surroundings)
      let configuration = try finder.configuration(
        around: surroundings.workingDirectory, under: common.commandLine)
      let profile = try CommonOptions.profile(named: configuration.profile)
      return (configuration, profile.map { ProfileDetection(requested: $0) })
    }
    let request = try TreeRequest(
      paths: [], common: common, commandLine: common.commandLine, in: surroundings)
    guard let location = request.locations.first else {
      return (Configuration(commandLine: common.commandLine), nil)
    }
    if request.locations.count > 1, !checksOnly {
      console.note(
        "these are the settings of \(outside: location.rootPath(in: surroundings).shown); choose another tree with --root"
      )
    }
    return (request.configuration(of: location), try request.load(location).detection)
  }

  // MARK: Rows

  /// A setting, by the path to it: "severity.markers".
  private struct Row {
    let name: String
    let setting: Setting
  }

  /// The settings of the layers, and what holds where they have none.
  private func rows(_ configuration: Configuration, _ detection: ProfileDetection?) -> [Row] {
    ConfigurationKey.Name.allCases.flatMap { key -> [Row] in
      if let setting = configuration[key], key != .profile || configuration.profile != nil {
        switch key.merging {
        case .replaces: return [Row(name: key.rawValue, setting: setting)]
        case .adds: return setting.elements.map { Row(name: key.rawValue, setting: $0) }
        case .byName, .byNameAdding:
          return setting.members.map { Row(name: "\(key.rawValue).\($0.name)", setting: $0.setting) }
        }
      }
      return usual(key, detection).map { [Row(name: key.rawValue, setting: $0)] } ?? []
    }
  }

  /// What holds without a setting; nil for nothing.
  private func usual(_ key: ConfigurationKey.Name, _ detection: ProfileDetection?) -> Setting? {
    switch key {
    case .profile: detection.map { Setting(.text($0.profile.name), from: .standard) }
    case .authority:
      detection.map { found in
        let origin = SettingOrigin.profile(found.profile.name)
        return Setting(
          .list(found.profile.authority.map { Setting(.text($0.fileName), from: origin) }), from: origin)
      }
    case .select: Setting(.list([Setting(.text("all"), from: .standard)]), from: .standard)
    case .archive: Setting(.flag(false), from: .standard)
    case .sizeLimit: Setting(.number(DirectorySource.usualSizeLimit), from: .standard)
    case .failOn: Setting(.text(FailOnArgument.usual.rawValue), from: .standard)
    default: nil
    }
  }

  private func text(_ rows: [Row], _ configuration: Configuration) -> Message {
    let shown = rows.map { (left: "\($0.name): \($0.setting.shown)", origin: $0.setting.origin.text) }
    let width = min(60, shown.map(\.left.count).max() ?? 0)
    return shown.map { row in
      "\(row.left)\(raw: String(repeating: " ", count: max(2, width + 2 - row.left.count)))# \(row.origin)\n"
        as Message
    }.joined()
  }

  private func json(_ rows: [Row], _ configuration: Configuration) -> [UInt8] {
    var json = JSONWriter(capacity: 4096)
    json.object { json in
      json.strings("files", configuration.paths)
      json.array("settings", rows) { json, row in
        json.object { json in
          json.member("name", row.name)
          row.setting.write("value", to: &json)
          json.member("origin", row.setting.origin.text.plain)
          if case .file(let path, _, let place) = row.setting.origin {
            json.member("path", path)
            json.member("line", place.line)
            json.member("column", place.column)
          }
        }
      }
    }
    return json.finish()
  }
}
