import StatusText

/// The bytes of a report.
struct ReportBuffer {
  /// The output so far.
  private(set) var bytes: [UInt8] = []

  /// An empty report with room for `capacity` bytes.
  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Appends a constant text.
  mutating func write(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends a text that is safe to show.
  mutating func write(safe text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Appends a text from a file and escapes what must not be shown raw.
  mutating func write(shown text: String) {
    DisplayText.append(text, to: &bytes)
  }

  /// Appends bytes that are already escaped.
  mutating func write(bytes more: some Sequence<UInt8>) {
    bytes.append(contentsOf: more)
  }

  /// Appends `byte` `count` times.
  mutating func write(_ byte: UInt8, times count: Int) {
    if count > 0 { bytes.append(contentsOf: repeatElement(byte, count: count)) }
  }

  /// Appends a number in decimal digits.
  mutating func write(_ number: Int) {
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Ends the line.
  mutating func endLine() { bytes.append(ASCII.lineFeed) }
}
