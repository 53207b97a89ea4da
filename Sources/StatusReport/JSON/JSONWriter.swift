import StatusText

/// Writes JSON values (RFC 8259), each indented by two spaces per level or in one line. The caller must follow the
/// grammar.
///
/// Strings contain only characters that are safe to show. What `DisplayText` would escape is written as `\u`,
/// so that a program reads the exact text and a terminal shows only harmless characters.
package struct JSONWriter {
  /// How values are laid out.
  package enum Layout: Sendable {
    /// A line for each member and element, indented.
    case indented
    /// Everything in one line.
    case line
  }

  /// The output so far.
  private(set) var buffer: ReportBuffer
  private let layout: Layout
  private var depth = 0
  private var isFirst = true

  /// An empty document with room for `capacity` bytes.
  package init(capacity: Int, layout: Layout = .indented) {
    buffer = ReportBuffer(capacity: capacity)
    self.layout = layout
  }

  /// Ends the line of a value; another one may follow.
  mutating func endLine() { buffer.endLine() }

  /// The document, with a newline at the end.
  package consuming func finish() -> [UInt8] {
    buffer.endLine()
    return buffer.bytes
  }

  /// Writes an object, as the root or as an array element.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    nest("{", "}", body)
  }

  /// Writes a member that is an object.
  package mutating func object(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
    key(name)
    nest("{", "}", body)
  }

  /// Writes a member with a name of any text that is an object.
  package mutating func object(named name: String, _ body: (inout JSONWriter) -> Void) {
    separate()
    string(name)
    buffer.write(": ")
    nest("{", "}", body)
  }

  /// Writes a member with a name of any text that is a string.
  package mutating func member(named name: String, _ value: String) {
    separate()
    string(name)
    buffer.write(": ")
    string(value)
  }

  /// Writes a string as the root.
  package mutating func value(_ text: String) { string(text) }

  /// Writes an array as the root, with an element for each of `elements`.
  package mutating func array<Element>(
    _ elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) -> Void
  ) {
    nest("[", "]") { json in
      for element in elements {
        json.separate()
        body(&json, element)
      }
    }
  }

  /// Writes a member that is an array with an element for each of `elements`.
  package mutating func array<Element>(
    _ name: StaticString, _ elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) -> Void
  ) {
    key(name)
    nest("[", "]") { json in
      for element in elements {
        json.separate()
        body(&json, element)
      }
    }
  }

  /// Writes a member that is a string, or null.
  package mutating func member(_ name: StaticString, _ value: String?) {
    key(name)
    guard let value else { return buffer.write("null") }
    string(value)
  }

  /// Writes a member that is a whole number, or null.
  package mutating func member(_ name: StaticString, _ value: Int?) {
    key(name)
    guard let value else { return buffer.write("null") }
    buffer.write(value)
  }

  /// Writes a member that is true or false.
  package mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    buffer.write(value ? "true" : "false")
  }

  /// Writes a member that is a duration, in seconds with three decimals.
  package mutating func member(_ name: StaticString, seconds: Double) {
    member(name, number: ElapsedTime(seconds: seconds, reproducible: false).decimalSeconds)
  }

  /// Writes a member that is an array of strings.
  package mutating func strings(_ name: StaticString, _ values: some Sequence<String>) {
    array(name, values) { json, value in json.string(value) }
  }

  /// Writes a member whose value is `number`, a JSON number as text.
  package mutating func member(_ name: StaticString, number: String) {
    key(name)
    buffer.write(safe: number)
  }

  /// Writes a member that is null.
  package mutating func null(_ name: StaticString) {
    key(name)
    buffer.write("null")
  }

  private mutating func nest(_ open: StaticString, _ close: StaticString, _ body: (inout JSONWriter) -> Void)
  {
    buffer.write(open)
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { newLine() }
    isFirst = false
    buffer.write(close)
  }

  private mutating func key(_ name: StaticString) {
    separate()
    buffer.write("\"")
    buffer.write(name)
    buffer.write("\": ")
  }

  private mutating func separate() {
    if !isFirst { buffer.write(",") }
    isFirst = false
    newLine()
  }

  private mutating func newLine() {
    guard layout == .indented else { return buffer.write(" ") }
    buffer.endLine()
    buffer.write(ASCII.space, times: depth * 2)
  }

  private mutating func string(_ value: String) {
    buffer.write("\"")
    var value = value
    value.withUTF8 { bytes in
      var plain = 0
      var offset = 0
      while offset < bytes.count {
        let unit = DisplayText.unit(in: bytes, at: offset)
        if unit.needsEscape || unit.scalar == 0x22 || unit.scalar == 0x5C {
          buffer.write(bytes: bytes[plain..<offset])
          escape(unit.scalar)
          plain = offset + unit.length
        }
        offset += unit.length
      }
      buffer.write(bytes: bytes[plain..<bytes.count])
    }
    buffer.write("\"")
  }

  private mutating func escape(_ scalar: UInt32) {
    switch scalar {
    case 0x22: buffer.write(#"\""#)
    case 0x5C: buffer.write(#"\\"#)
    case 0x08: buffer.write(#"\b"#)
    case 0x09: buffer.write(#"\t"#)
    case 0x0A: buffer.write(#"\n"#)
    case 0x0C: buffer.write(#"\f"#)
    case 0x0D: buffer.write(#"\r"#)
    case 0...0xFFFF: escape(unit: scalar)
    default:
      escape(unit: 0xD800 + (scalar - 0x10000) >> 10)
      escape(unit: 0xDC00 + (scalar - 0x10000) & 0x3FF)
    }
  }

  private mutating func escape(unit: UInt32) {
    let digits = String(unit, radix: 16)
    buffer.write(#"\u"#)
    buffer.write(UInt8(ascii: "0"), times: 4 - digits.utf8.count)
    buffer.write(safe: digits)
  }
}
