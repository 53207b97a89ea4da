import StatusModel
import StatusText

/// A reason as it goes into files: one line.
enum ReasonText {
  /// `text` with every run of blanks, line ends and control characters as one space, and none around it.
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

  /// Whether it says something: words that are more than a placeholder, or the number of what is in the way.
  static func saysSomething(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { StatedReason.says($0, numbers: true) }
  }
}
