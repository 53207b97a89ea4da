/// One key of a configuration.
package struct ConfigurationKey: Sendable {
  /// The keys, in the order in which they are documented.
  package enum Name: String, Sendable, CaseIterable {
    case schema = "$schema"
    case extends
    case profile
    case roots
    case select
    case ignore
    case severity
    case perPath
    case statuses
    case transitions
    case timestamps
    case authority
    case archive
    case sizeLimit
    case taskPrefix
    case formats
    case baseline
    case reports
    case failOn
    case log

    /// How settings of the key combine.
    package var merging: Merging {
      switch self {
      case .ignore, .perPath: .adds
      case .severity, .statuses, .timestamps, .formats: .byName
      case .transitions: .byNameAdding
      default: .replaces
      }
    }
  }

  /// How a setting combines with that of the file that is extended, and with that of the command line.
  package enum Merging: Sendable {
    /// It replaces the other.
    case replaces
    /// Both lists hold.
    case adds
    /// Each name is replaced.
    case byName
    /// Both lists of each name hold.
    case byNameAdding

    /// The way in a few words, for tables.
    package var phrase: String {
      switch self {
      case .replaces: "replaces"
      case .adds: "adds"
      case .byName: "replaces each name"
      case .byNameAdding: "adds to each name"
      }
    }
  }

  /// Its name.
  package let name: Name
  /// The form of its value.
  package let form: ValueForm
  /// One line about it.
  package let summary: String
  /// A value, as it is written.
  package let example: String

  init(_ name: Name, _ form: ValueForm, _ summary: String, example: String) {
    self.name = name
    self.form = form
    self.summary = summary
    self.example = example
  }

  /// How its settings combine.
  package var merging: Merging { name.merging }
}
