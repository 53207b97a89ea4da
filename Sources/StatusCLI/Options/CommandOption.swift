/// An option of a command: its name, and what its text changes in the values of the command. Text becomes a value only
/// here, whether the argument parser or `Command.init(plainly:)` has read it.
package struct CommandOption<Values>: Sendable {
  /// Changes values as a text says.
  package typealias Reading = @Sendable (inout Values, String) throws(CommandError) -> Void

  /// Its name, as in "--format".
  let name: String
  /// Its short name, as in "-q".
  let short: String?
  /// Whether it has no text.
  let isFlag: Bool
  /// Whether the command needs it.
  let isRequired: Bool
  /// Its text where none is given; nil for an option that needs one. Another text follows an equals sign.
  let usualText: String?
  /// Changes values as its text says; that of a flag is empty.
  let read: Reading

  /// An option without a text.
  static func flag(
    _ name: String, short: String? = nil, set: @escaping @Sendable (inout Values) -> Void
  ) -> CommandOption {
    CommandOption(name: name, short: short, isFlag: true, isRequired: false, usualText: nil) { values, _ in
      set(&values)
    }
  }

  /// An option with a text.
  static func text(_ name: String, isRequired: Bool = false, read: @escaping Reading) -> CommandOption {
    CommandOption(
      name: name, short: nil, isFlag: false, isRequired: isRequired, usualText: nil, read: read)
  }

  /// An option whose text is `usualText`, unless another one follows an equals sign.
  static func text(_ name: String, usually usualText: String, read: @escaping Reading) -> CommandOption {
    CommandOption(
      name: name, short: nil, isFlag: false, isRequired: false, usualText: usualText, read: read)
  }
}
