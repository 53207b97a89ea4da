import StatusConfiguration
import StatusModel
import StatusText

/// What holds for a configuration in any bytes: every mistake has a place in the file, and one without a mistake makes a
/// profile.
enum ConfigurationProperty {
  /// The first thing that does not hold for `bytes`; nil if all of it holds.
  static func violation(_ bytes: [UInt8]) -> String? {
    let names = ConfigurationNames(
      rules: ["status-mismatch", "unknown-marker"], families: ["markers"],
      profiles: ["auto", "opencode", "claude"], formats: ["text", "junit"])
    let file = ConfigurationFile(
      source: SourceText(path: "statuslint.json", bytes: bytes), directory: "/work",
      identity: "statuslint.json")
    let reader = ConfigurationReader(file, ConfigurationKeys(names)) { _, _ throws(ConfigurationFault) in file
    }
    let configuration = Configuration(
      files: reader.layers, paths: reader.paths, commandLine: ConfigurationLayer())
    let faults = reader.faults.isEmpty ? configuration.profileFaults : reader.faults
    if let fault = faults.first(where: { !$0.text.shown.hasPrefix("statuslint.json:") }) {
      return "a mistake without a place: \(fault.text.shown)"
    }
    guard faults.isEmpty, let changes = configuration.profileChanges else { return nil }
    _ = configuration.unreachableStatuses
    let isChanged = Profile.all.allSatisfy { $0.changed(by: changes).name == $0.name }
    return isChanged ? nil : "a profile with another name"
  }
}
