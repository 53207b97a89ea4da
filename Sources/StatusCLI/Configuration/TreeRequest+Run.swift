import StatusConfiguration
import StatusReport
import StatusText

/// What configurations say about a whole run, whatever the number of its trees.
extension TreeRequest {
  /// The reports in addition to standard output.
  func reports() throws(CommandError) -> [ExtraReport] {
    (try agreed(.reports)?.elements ?? []).compactMap { report in
      guard let format = report["format"]?.text.flatMap({ ReportFormat(rawValue: $0) }),
        let path = report["path"].flatMap(surroundings.path)
      else { return nil }
      return ExtraReport(format: format, path: path)
    }
  }

  /// Findings of at least this severity make the exit code 1.
  func failOn() throws(CommandError) -> FailOnArgument {
    try agreed(.failOn)?.text.flatMap { FailOnArgument(rawValue: $0) } ?? .usual
  }

  /// The path of the baseline, if there is to be one.
  func baseline() throws(CommandError) -> String? { try agreed(.baseline).flatMap(surroundings.path) }

  /// The setting of a key that has to be the same for all trees.
  private func agreed(_ key: ConfigurationKey.Name) throws(CommandError) -> Setting? {
    let settings = locations.map { configuration(of: $0)[key] }
    guard let first = settings.first else { return nil }
    let texts = Set(settings.map { $0?.text })
    if settings.allSatisfy({ $0 == first }) || key == .failOn && texts.count == 1 { return first }
    let shown = settings.map { setting in setting.map { $0.origin.text } ?? "default" as Message }
    throw .usage(
      "the trees have different settings of \"\(key.rawValue)\": \(shown.joined(separator: ", "))",
      hint: "check one tree at a time, or choose one configuration with --config")
  }
}

extension Surroundings {
  /// The path that a setting means, as users type it.
  func path(_ setting: Setting) -> String? {
    guard case .file = setting.origin else { return setting.text }
    return Configuration.path(setting).map { PathText.rest(of: $0, below: workingDirectory) ?? $0 }
  }
}
