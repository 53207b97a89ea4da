import StatusText

/// Prevents workflow commands in reports. GitHub Actions reads every line of the output of a step: a line
/// that begins with `::` (after blanks) or contains `##[` is a command, even if the text comes from a file.
package enum WorkflowCommandGuard {
  /// How a format writes a character without showing it raw.
  enum Escape: Sendable {
    /// As in `DisplayText`.
    case shown
    /// As in a JSON string. No line of such a format begins with a colon.
    case json
  }

  /// `bytes` without such lines: the character that makes a line a command is escaped as in `format`.
  package static func guarded(_ bytes: [UInt8], in format: ReportFormat) -> [UInt8] {
    guard let escape = format.commandEscape else { return bytes }
    return guarded(bytes, by: escape)
  }

  /// `bytes` without such lines: the character that makes a line a command is written as `escape`.
  static func guarded(_ bytes: [UInt8], by escape: Escape) -> [UInt8] {
    let colon = Array(#"\u{3A}"#.utf8)
    let hashEscape = Array((escape == .json ? #"\u0023"# : #"\u{23}"#).utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 64)
    bytes.withUnsafeBufferPointer { bytes in
      var plain = 0
      var atStart = true
      var offset = 0
      func replace(with escape: [UInt8]) {
        output.append(contentsOf: bytes[plain..<offset])
        output.append(contentsOf: escape)
        plain = offset + 1
      }
      while offset < bytes.count {
        let byte = bytes[offset]
        if byte == UInt8(ascii: "#"), starts(bytes, at: offset, "##[") {
          replace(with: hashEscape)
        } else if atStart, byte == UInt8(ascii: ":"), starts(bytes, at: offset, "::") {
          replace(with: colon)
        }
        let length = atStart ? blankLength(bytes, at: offset) : 0
        atStart = byte == ASCII.lineFeed || length > 0
        offset += max(length, 1)
      }
      output.append(contentsOf: bytes[plain..<bytes.count])
    }
    return output
  }

  private static func starts(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, _ text: StaticString
  ) -> Bool {
    guard offset + text.utf8CodeUnitCount <= bytes.count else { return false }
    return text.withUTF8Buffer { text in text.indices.allSatisfy { bytes[offset + $0] == text[$0] } }
  }

  /// The length of the white space at `offset`, or 0. The runner trims the white space of .NET, which is that
  /// of Unicode.
  private static func blankLength(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    if bytes[offset] < 0x80 { return ASCII.isWhitespace(bytes[offset]) ? 1 : 0 }
    let unit = DisplayText.unit(in: bytes, at: offset)
    guard unit.isValid, let scalar = Unicode.Scalar(unit.scalar) else { return 0 }
    return scalar.properties.isWhitespace ? unit.length : 0
  }
}
