import StatusConfiguration
import StatusDiagnostics
import StatusFormats
import StatusModel
import StatusRules

/// The names that the shell completes.
package enum CompletedNames {
  /// The names of all rules.
  package static var rules: [String] { RuleCatalogue.descriptors.map(\.name) }
  /// The names of all rules and families.
  package static var rulesAndFamilies: [String] { rules + RuleFamily.allCases.map(\.rawValue) }
  /// What selects rules.
  package static var selections: [String] { rulesAndFamilies + ["all"] }
  /// The statuses of all profiles, and those of the project around the working directory, as state files have them.
  package static var statuses: [String] {
    var known: Set<String> = []
    let changes = configuration?.profileChanges
    return Profile.all.map { profile in changes.map(profile.changed) ?? profile }
      .flatMap { $0.vocabulary.entries.map(\.value) }.filter { known.insert($0).inserted }
  }

  /// The configuration around the working directory; nil if there is none, or a mistake in it: completion says nothing.
  private static var configuration: Configuration? {
    guard let surroundings = try? Surroundings.process() else { return nil }
    var finder = ConfigurationFinder(CommonOptions(), surroundings)
    return try? finder.configuration(
      around: surroundings.workingDirectory, under: ConfigurationLayer())
  }
  /// The names of all profiles.
  package static var profiles: [String] { [CommonOptions.usualProfile] + Profile.all.map(\.name) }

  /// The formats of trees, with those that the configuration around the working directory declares.
  package static var planFormats: [String] {
    [FormatChoice.ownName] + (PlanFormats.all + (configuration?.ownFormats ?? [])).map(\.name)
  }
}
