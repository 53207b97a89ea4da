/// A text file on its way to its bytes.
struct SyntheticPage {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Appends `text` and a line end.
  mutating func line(_ text: String = "") {
    bytes.append(contentsOf: text.utf8)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Appends `text` as it is.
  mutating func text(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Whether the last line is empty.
  private var endsInEmptyLine: Bool { bytes.suffix(2).elementsEqual("\n\n".utf8) }

  /// A section's heading between empty lines.
  mutating func heading(_ level: Int, _ title: String) {
    if !endsInEmptyLine { line() }
    line(String(repeating: "#", count: level) + " " + title)
    line()
  }

  /// `- **name**: value`.
  mutating func field(_ name: String, _ value: String) { line("- **\(name)**: \(value)") }
}
