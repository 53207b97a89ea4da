/// One of a few words, as the value of an option.
///
/// Every other type of option than text makes the argument parser search the program's conformances again.
enum Choice {
  /// The value that `text` names; the error says what could have been given.
  static func read<Value>(_ text: String, for option: String) throws(CommandError) -> Value
  where Value: RawRepresentable<String> & CaseIterable {
    if let value = Value(rawValue: text) { return value }
    throw .invalidValue(text, for: option, hint: "use \(list(Value.allCases.map(\.rawValue)))")
  }

  /// "a, b or c"
  static func list(_ names: [String]) -> String {
    names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }
}
