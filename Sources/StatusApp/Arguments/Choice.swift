/// One of a few words, as the value of an option.
///
/// The executable's options hold plain text, and commands read it with this: every other type of option makes the
/// argument parser search the program's conformances again, which a hook that runs on every save would feel.
package enum Choice {
  /// The value that `text` names; the error says what could have been given.
  package static func read<Value>(_ text: String, for option: String) throws(CommandError) -> Value
  where Value: RawRepresentable<String> & CaseIterable {
    if let value = Value(rawValue: text) { return value }
    throw .invalidValue(text, for: option, hint: "use \(list(Value.allCases.map(\.rawValue)))")
  }

  /// "a, b or c"
  package static func list(_ names: [String]) -> String {
    names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }
}
