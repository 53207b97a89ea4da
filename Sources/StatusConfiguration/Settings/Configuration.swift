import StatusDiagnostics
import StatusModel
import StatusText

/// The settings of a run in one tree: those of the command line over those of files.
package struct Configuration: Sendable, Equatable {
  /// The settings of the files, first those that others go before, and of the command line.
  package let layers: [ConfigurationLayer]
  /// The paths of the files as users see them, first that of the file that extends the others.
  package let paths: [String]
  /// The settings as the layers make them together.
  package let merged: ConfigurationLayer

  /// The settings of `files`, first those that others go before, and of `commandLine` over them.
  package init(files: [ConfigurationLayer] = [], paths: [String] = [], commandLine: ConfigurationLayer) {
    layers = files + [commandLine]
    self.paths = paths
    merged = files.isEmpty ? commandLine : layers.reduce(ConfigurationLayer()) { $0.merged(with: $1) }
  }

  /// The setting of a key; nil if there is none.
  package subscript(_ key: ConfigurationKey.Name) -> Setting? { merged[key] }

  /// The name of the profile; nil if it is to be found out.
  package var profile: String? { merged[.profile]?.text.flatMap { $0 == Self.detectedProfile ? nil : $0 } }

  /// The word for a profile that is to be found out.
  package static let detectedProfile = "auto"

  /// Whether plans and state files of archived tasks are read.
  package var includesArchive: Bool { merged[.archive]?.flag ?? false }

  /// Which rules run: what each layer says, the last one of which goes before the others.
  package var choices: [RuleChoice] { layers.map { RuleChoice($0[.select], $0[.ignore], $0[.severity]) } }

  /// Which rules run in some files only.
  package var pathChoices: [PathRuleChoice] {
    (merged[.perPath]?.elements ?? []).map { entry in
      PathRuleChoice(
        patterns: (entry["paths"]?.texts ?? []).compactMap { text in try? PathPattern(text) },
        choice: RuleChoice(entry["select"], entry["ignore"], entry["severity"]))
    }
  }

  /// The path that a setting means: one in a file begins in the directory of the file.
  package static func path(_ setting: Setting) -> String? {
    guard let text = setting.text else { return nil }
    guard case .file(_, let directory, _) = setting.origin else { return text }
    return directory == "/" ? "/" + text : "\(directory)/\(text)"
  }
}

extension RuleChoice {
  fileprivate init(_ select: Setting?, _ ignore: Setting?, _ severities: Setting?) {
    self.init(
      select: select?.texts ?? [], ignore: ignore?.texts ?? [],
      severities: (severities?.members ?? []).reduce(into: [:]) { levels, member in
        levels[member.name] = member.setting.text.flatMap { Severity(name: $0) }
      })
  }
}
