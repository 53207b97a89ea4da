import StatusModel
import StatusText

/// A reason in the form in which it is written to files: one line.
enum ReasonText {
  /// `text` with each run of spaces, line ends and control characters replaced by one space, and without spaces at both
  /// ends.
  static func normalized(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte <= ASCII.space || byte == 0x7F {
        if let last = bytes.last, last != ASCII.space { bytes.append(ASCII.space) }
      } else {
        bytes.append(byte)
      }
    }
    if bytes.last == ASCII.space { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether it states a reason: words that are not only a placeholder, or the number of a blocking task.
  static func saysSomething(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { StatedReason.says($0, numbers: true) }
  }
}
