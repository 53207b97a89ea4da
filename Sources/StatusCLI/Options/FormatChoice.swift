import StatusFormats

/// Which formats a command looks for.
enum FormatChoice: Equatable {
  /// Only our own.
  case own
  /// Every format.
  case all
  /// Only the other one of that name.
  case other(String)

  /// The name of our own format on the command line.
  static let ownName = "specs"

  /// The choice of a name.
  static func named(_ name: String) throws(CommandError) -> FormatChoice {
    if name == ownName { return .own }
    guard PlanFormats.named(name) != nil else {
      throw .invalidValue(name, for: "--only-format", hint: "use \(Choice.list(names))")
    }
    return .other(name)
  }

  /// The names on the command line.
  static var names: [String] { [ownName] + PlanFormats.all.map(\.name) }
}
