import StatusText

/// Writes HTML. Markup is constant text of ours, and everything else is escaped: nothing from a file can be markup.
struct HTMLWriter {
  private var buffer: ReportBuffer
  private var shown: [UInt8] = []

  /// An empty page with room for `capacity` bytes.
  init(capacity: Int) { buffer = ReportBuffer(capacity: capacity) }

  /// The output so far.
  var bytes: [UInt8] { buffer.bytes }

  /// Appends markup.
  mutating func markup(_ markup: StaticString) { buffer.write(markup) }

  /// Appends text, as content or as the value of an attribute in quotes.
  mutating func text(_ text: String) {
    shown.removeAll(keepingCapacity: true)
    DisplayText.append(text, to: &shown)
    self.text(escaped: shown[...])
  }

  /// Appends text in which everything that must not be shown raw is escaped already.
  mutating func text(escaped bytes: ArraySlice<UInt8>) {
    var begin = bytes.startIndex
    for index in bytes.indices {
      guard let entity = Self.entity(of: bytes[index]) else { continue }
      buffer.write(bytes: bytes[begin..<index])
      buffer.write(entity)
      begin = index + 1
    }
    buffer.write(bytes: bytes[begin...])
  }

  /// Appends text from a file as content. It has its own direction, so that it does not reorder what is around it.
  mutating func isolated(_ text: String) {
    markup("<bdi>")
    self.text(text)
    markup("</bdi>")
  }

  /// Appends a number.
  mutating func number(_ number: Int) { buffer.write(number) }

  /// Appends a share: `12.5%`.
  mutating func percent(thousandths: Int) {
    number(thousandths / 10)
    markup(".")
    number(thousandths % 10)
    markup("%")
  }

  private static func entity(of byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
