import StatusText

/// Writes drafts in the style of a file.
struct JSONDraftWriter {
  private let style: JSONStyle
  private(set) var output: [UInt8] = []

  init(_ style: JSONStyle) { self.style = style }

  /// The text of `draft`. Lines after the first are indented by at least `indent`. On one line if `isFlat`.
  static func text(_ draft: JSONDraft, _ style: JSONStyle, indent: [UInt8], isFlat: Bool) -> [UInt8] {
    var writer = JSONDraftWriter(style)
    writer.write(draft, indent: indent, isFlat: isFlat)
    return writer.output
  }

  /// A key or string with its quotes (RFC 8259, section 7). Escapes only what must be escaped.
  static func quoted(_ text: String) -> [UInt8] {
    var output: [UInt8] = [quote]
    for byte in text.utf8 {
      switch byte {
      case quote, backslash: output += [backslash, byte]
      case 0x08: output += [backslash, UInt8(ascii: "b")]
      case 0x09: output += [backslash, UInt8(ascii: "t")]
      case 0x0A: output += [backslash, UInt8(ascii: "n")]
      case 0x0C: output += [backslash, UInt8(ascii: "f")]
      case 0x0D: output += [backslash, UInt8(ascii: "r")]
      case ..<0x20: output += Array("\\u\(byte.zeroPadded(to: 4, radix: 16))".utf8)
      default: output.append(byte)
      }
    }
    output.append(quote)
    return output
  }

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  private mutating func write(_ draft: JSONDraft, indent: [UInt8], isFlat: Bool) {
    switch draft {
    case .string(let text): output += Self.quoted(text)
    case .integer(let value): output += Array(String(value).utf8)
    case .spelledNumber(let spelling): output += Array(spelling.utf8)
    case .bool(let value): output += Array((value ? "true" : "false").utf8)
    case .null: output += Array("null".utf8)
    case .array(let elements):
      list(
        elements, "[", "]", style.arrayPadding, indent: indent, isFlat: isFlat
      ) { writer, element, inner in
        writer.write(element, indent: inner, isFlat: isFlat || writer.style.prefersFlat(element))
      }
    case .object(let members):
      list(
        members, "{", "}", style.objectPadding, indent: indent, isFlat: isFlat
      ) { writer, member, inner in
        writer.output += Self.quoted(member.key) + writer.style.colon
        writer.write(member.value, indent: inner, isFlat: isFlat || writer.style.prefersFlat(member.value))
      }
    }
  }

  private mutating func list<Item>(
    _ items: [Item], _ open: Character, _ close: Character, _ padding: [UInt8], indent: [UInt8],
    isFlat: Bool, _ write: (inout JSONDraftWriter, Item, [UInt8]) -> Void
  ) {
    output += Array(open.utf8)
    let inner = isFlat ? indent : indent + style.unit
    for (index, item) in items.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      if isFlat {
        output += index > 0 ? style.commaGap : padding
      } else {
        output += style.lineEnd + inner
      }
      write(&self, item, inner)
    }
    if !items.isEmpty { output += isFlat ? padding : style.lineEnd + indent }
    output += Array(close.utf8)
  }
}
