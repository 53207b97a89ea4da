import StatusSyntax
import StatusText

/// What is wrong with a member of a JSON text that somebody handed in: the line, the member, and what it should be.
package struct InputFault: Error, Sendable {
  /// In one line: `line 7: "artifacts[0].path" is missing`.
  package let text: String

  /// A fault of the member called `name`, the value of which, or the object that lacks it, is `value`.
  init(_ name: String, _ what: String, at value: JSONValue) {
    text = "line \(Self.line(value.range.lower, value.tree.source)): \"\(name)\" \(what)"
  }

  private init(text: String) { self.text = text }

  /// A member that has to be there and is not.
  static func missing(_ name: String, in object: JSONValue) -> InputFault {
    InputFault(name, "is missing", at: object)
  }

  /// A member that is not what it has to be: `wanted` says what.
  static func kind(_ name: String, _ value: JSONValue, _ wanted: String) -> InputFault {
    InputFault(name, "is \(shown(value)), not \(wanted)", at: value)
  }

  /// The keys that stand twice in an object of `tree`: readers differ in which of the values they take.
  package static func duplicates(in tree: JSONTree) -> [InputFault] {
    let lines = LineIndex(tree.source)
    return tree.duplicateKeys.prefix(10).map { key in
      let first = lines.position(at: key.first.lower).line
      return InputFault(
        text:
          "line \(lines.position(at: key.range.lower).line): \(tree.source.text(key.range)) is a duplicate key; "
          + "it is also in line \(first)")
    }
  }

  /// A value as a message quotes it, cut where it is long.
  static func shown(_ value: JSONValue) -> String {
    guard !value.isContainer else { return value.kind.description }
    let text = value.tree.source.text(value.range)
    return text.count > 40 ? "\(text.prefix(37))…" : text
  }

  private static func line(_ offset: Int, _ source: SourceText) -> Int {
    LineIndex(source).position(at: offset).line
  }
}
