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

  /// The choice of a name. Which others there are, the configuration says as well.
  static func named(_ name: String) -> FormatChoice { name == ownName ? .own : .other(name) }

  /// The name of the only other format; nil if there is not just one.
  var only: String? { if case .other(let name) = self { name } else { nil } }

  /// Makes sure that there is such a format among `known`.
  func require(among known: [any PlanFormat]) throws(CommandError) {
    guard let only, !known.contains(where: { $0.name == only }) else { return }
    let names = [Self.ownName] + known.map(\.name)
    throw .invalidValue(only, for: "--only-format", hint: "use \(Choice.list(names))")
  }
}
