/// A text for people that is safe to show. It is the only kind of text that a command writes to a terminal.
///
/// A message is written as a literal, and its interpolation escapes (`DisplayText`): `"unknown rule \"\(name)\""`. So
/// nothing from a file, an argument or the environment can move the cursor, reorder the line or end it.
package struct Message: Hashable, Sendable {
  /// The text, with everything that must not be shown escaped.
  package private(set) var shown = ""
  /// The text without escapes; nil where `shown` has none.
  private var unescaped: String?

  /// The text without escapes, for formats with their own.
  package var plain: String { unescaped ?? shown }

  /// Whether there is no text.
  package var isEmpty: Bool { shown.isEmpty }

  /// Both messages, one after the other.
  package static func + (left: Message, right: Message) -> Message {
    var both = left
    both += right
    return both
  }

  /// Appends a message.
  package static func += (left: inout Message, right: Message) {
    left.append(right.plain, shown: right.shown)
  }

  fileprivate mutating func append(raw text: String) { append(text, shown: text) }

  fileprivate mutating func append(escaping text: String) {
    let isPlain = text.utf8.allSatisfy { 0x20..<0x7F ~= $0 }
    append(text, shown: isPlain ? text : DisplayText.escaped(text))
  }

  fileprivate mutating func append(_ text: String, shown escaped: String) {
    if unescaped == nil, text != escaped { unescaped = shown }
    unescaped? += text
    shown += escaped
  }
}

extension Message: ExpressibleByStringInterpolation {
  /// The message of a literal.
  package init(stringLiteral text: String) { shown = text }

  /// The message of a literal with interpolations.
  package init(stringInterpolation interpolation: StringInterpolation) { self = interpolation.message }

  /// Takes literals as they are, and escapes the texts between them.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var message = Message()

    /// An empty message with room for its literals.
    package init(literalCapacity: Int, interpolationCount: Int) {
      message.shown.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    /// Appends a part of the literal.
    package mutating func appendLiteral(_ text: String) { message.append(raw: text) }

    /// Appends `text`, escaped.
    package mutating func appendInterpolation(_ text: String) { message.append(escaping: text) }

    /// Appends `text`, escaped.
    package mutating func appendInterpolation(_ text: Substring) { message.append(escaping: String(text)) }

    /// Appends the text with these bytes, escaped.
    package mutating func appendInterpolation(bytes: ArraySlice<UInt8>) {
      message.append(String(decoding: bytes, as: UTF8.self), shown: DisplayText.escaped(bytes))
    }

    /// Appends a number in decimal digits.
    package mutating func appendInterpolation(_ number: Int) { message.append(raw: String(number)) }

    /// Appends a number with its noun, which is ours.
    package mutating func appendInterpolation(_ counted: Counted) { message.append(raw: "\(counted)") }

    /// Appends another message.
    package mutating func appendInterpolation(_ other: Message) { message += other }

    /// Appends a text of our own as it is, with its line ends.
    package mutating func appendInterpolation(raw text: String) { message.append(raw: text) }
  }
}

extension Message: CustomStringConvertible {
  /// The text as it is shown.
  package var description: String { shown }
}

extension Sequence<Message> {
  /// All messages, with `separator` between them.
  package func joined(separator: Message = "") -> Message {
    var joined = Message()
    for (index, message) in enumerated() {
      if index > 0 { joined += separator }
      joined += message
    }
    return joined
  }
}
