import StatusSyntax
import StatusText

/// An error in a member of the caller's JSON: the line, the member, and what is expected.
package struct InputFault: Error, Sendable {
  /// In one line: `line 7: "artifacts[0].path" is missing`.
  package let text: String

  /// An error in the member `name`; `value` is its value, or the object in which it is missing.
  init(_ name: String, _ what: String, at value: JSONValue) {
    text = "line \(Self.line(value.range.lower, value.tree.source)): \"\(name)\" \(what)"
  }

  private init(text: String) { self.text = text }

  /// A required member that is missing.
  static func missing(_ name: String, in object: JSONValue) -> InputFault {
    InputFault(name, "is missing", at: object)
  }

  /// A member with the wrong type; `wanted` is the right one.
  static func kind(_ name: String, _ value: JSONValue, _ wanted: String) -> InputFault {
    InputFault(name, "is \(shown(value)), not \(wanted)", at: value)
  }

  /// The duplicate keys in objects of `tree`, because readers differ in which value they use.
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

  /// A value as a message quotes it, shortened if it is long.
  static func shown(_ value: JSONValue) -> String {
    guard !value.isContainer else { return value.kind.description }
    let text = value.tree.source.text(value.range)
    guard text.count > 40 else { return text }
    return "\(text.prefix(37))…\(value.kind == .string ? "\"" : "")"
  }

  private static func line(_ offset: Int, _ source: SourceText) -> Int {
    LineIndex(source).position(at: offset).line
  }
}
