import StatusConfiguration
import StatusText

/// Configurations as tests write them, without files.
struct ReadConfiguration {
  /// Names as this program has them, but few.
  static let names = ConfigurationNames(
    rules: ["status-mismatch", "unknown-marker", "skipped-phase"], families: ["markers", "consistency"],
    profiles: ["auto", "opencode", "claude"], formats: ["text", "junit"])

  let reader: ConfigurationReader

  /// The configuration with this text, and the other files that it may extend, by path.
  init(_ text: String, others: [String: String] = [:]) {
    reader = ConfigurationReader(Self.file("statuslint.json", text), ConfigurationKeys(Self.names)) {
      path, _ throws(ConfigurationFault) in
      guard let text = others[path] else { throw ConfigurationFault(.standard, "cannot read \(path)") }
      return Self.file(path, text)
    }
  }

  private static func file(_ path: String, _ text: String) -> ConfigurationFile {
    ConfigurationFile(source: SourceText(path: path, text), directory: "/work", identity: path)
  }

  /// The mistakes, each in a line with its help.
  var faults: [String] { reader.faults.map { "\($0.text)\($0.help.map { " (\($0))" } ?? "")" } }

  /// The settings, with those of a command line over them.
  func configuration(under commandLine: ConfigurationLayer = ConfigurationLayer()) -> Configuration {
    Configuration(files: reader.layers, paths: reader.paths, commandLine: commandLine)
  }
}
