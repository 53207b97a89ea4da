import StatusDiagnostics
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
  /// The statuses of all profiles, as state files have them.
  package static var statuses: [String] {
    var known: Set<String> = []
    return Profile.all.flatMap { $0.vocabulary.entries.map(\.value) }.filter { known.insert($0).inserted }
  }
  /// The names of all profiles.
  package static var profiles: [String] { [CommonOptions.usualProfile] + Profile.all.map(\.name) }

  /// The formats of trees.
  package static var planFormats: [String] { FormatChoice.names }
}
