import StatusModel
import StatusText

/// How a field line is written, for another one that is to look like it.
package struct FieldStyle: Hashable, Sendable {
  /// What is before the name on its line: `- **`.
  package let opening: String
  /// What is between the name and its value: `**: `.
  package let separator: String
  /// What is after the value: two spaces or more, which break the line within a paragraph.
  package let trailing: String

  /// A field as the standard writes it (docs/format.md, "TODO.md"), after the bullet `bullet`.
  package static func standard(bullet: Character = "-") -> FieldStyle {
    FieldStyle(opening: "\(bullet) **", separator: "**: ", trailing: "")
  }

  /// Whether the field begins a list item.
  package var hasBullet: Bool { opening.contains { $0 == "-" || $0 == "+" } || opening.contains(text: "* ") }

  /// The line of a field in this style, without its end.
  package func line(_ name: String, _ value: String) -> String {
    opening + name + separator + value + trailing
  }

  /// The style of the field with its name at `name` and its value at `value`; nil when more than a list marker
  /// is before the name on its line.
  package init?(name: ByteRange, value: ByteRange, in source: SourceText) {
    let bytes = source.bytes
    let start = bytes.lineStart(before: name.lower)
    let opening = bytes[start..<name.lower]
    guard opening.allSatisfy({ ASCII.isBlank($0) || $0 == 0x2A || $0 == 0x2B || $0 == 0x2D }),
      opening.suffix(2).elementsEqual("**".utf8)
    else { return nil }
    let end = bytes.lineEnd(from: name.upper)
    let valueStart = min(max(name.upper, value.lower), end)
    self.init(
      opening: String(decoding: opening, as: UTF8.self),
      separator: Self.separator(bytes[name.upper..<valueStart]),
      trailing: Self.trailing(bytes[min(max(valueStart, value.upper), end)..<end]))
  }

  /// The style of `field`; nil when more than a list marker is before its name.
  package init?(of field: Field, in source: SourceText) {
    self.init(name: field.nameRange, value: field.valueRange, in: source)
  }

  private init(opening: String, separator: String, trailing: String) {
    self.opening = opening
    self.separator = separator
    self.trailing = trailing
  }

  /// `**: ` or `:** ` as it is, with a space where a field without a value has none; a remark before the colon is
  /// not repeated.
  private static func separator(_ found: ArraySlice<UInt8>) -> String {
    guard found.allSatisfy({ ASCII.isBlank($0) || $0 == 0x2A || $0 == 0x3A }) else { return "**: " }
    let text = String(decoding: found, as: UTF8.self)
    return found.last.map(ASCII.isBlank) ?? false ? text : text + " "
  }

  private static func trailing(_ found: ArraySlice<UInt8>) -> String {
    found.count >= 2 && found.allSatisfy { $0 == ASCII.space } ? String(decoding: found, as: UTF8.self) : ""
  }
}
