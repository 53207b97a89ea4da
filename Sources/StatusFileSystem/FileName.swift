import Glibc
import StatusText

/// Encodes file names, which can have any bytes except NUL and the slash, in Strings without loss.
///
/// A name that is valid UTF-8 is encoded as itself. In other names, each invalid byte becomes the private
/// character U+10F700 + byte (U+10F780 … U+10F7FF). If a name really contains such a character, its four
/// bytes are encoded in the same way, which makes decoding unambiguous: `bytes(of: decode(x)) == x` for all
/// names.
package enum FileName {
  /// The first byte of all characters that encode bytes, and of few others.
  private static let escapeLead: UInt8 = 0xF4
  private static let escapeBase: UInt32 = 0x10F700

  /// `bytes` as a String.
  package static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    // Validation is generic and slow at first, and nearly all names are ASCII.
    if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
    if !bytes.contains(escapeLead), let name = String(validating: bytes, as: UTF8.self) { return name }
    return decodeSlowly(bytes)
  }

  /// The bytes before the NUL as a String.
  package static func decode(cString: UnsafePointer<CChar>) -> String {
    let length = strlen(cString)
    return cString.withMemoryRebound(to: UInt8.self, capacity: length) {
      decode(UnsafeBufferPointer(start: $0, count: length))
    }
  }

  private static func decodeSlowly(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var name = String.UnicodeScalarView()
    var position = 0
    while position < bytes.count {
      let length = UTF8Validation.sequenceLength(at: position, in: bytes)
      let text = String(decoding: bytes[position..<position + length], as: UTF8.self)
      if let scalar = text.unicodeScalars.first, byte(escapedBy: scalar) == nil {
        name.append(scalar)
        position += length
      } else {
        // Every value of U+10F780 … U+10F7FF is a scalar, so the replacement character cannot occur.
        name.append(Unicode.Scalar(escapeBase + UInt32(bytes[position])) ?? "\u{FFFD}")
        position += 1
      }
    }
    return String(name)
  }

  /// The byte that `scalar` encodes, if it encodes one.
  private static func byte(escapedBy scalar: Unicode.Scalar) -> UInt8? {
    guard scalar.value >= escapeBase + 0x80, scalar.value <= escapeBase + 0xFF else { return nil }
    return UInt8(scalar.value - escapeBase)
  }

  /// The bytes of `path` for the operating system.
  package static func bytes(of path: String) -> [UInt8] {
    guard path.utf8.contains(escapeLead) else { return Array(path.utf8) }
    var bytes: [UInt8] = []
    for scalar in path.unicodeScalars {
      if let byte = byte(escapedBy: scalar) {
        bytes.append(byte)
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return bytes
  }

  /// Whether `text` encodes only valid UTF-8, so that it can be written into a text file.
  package static func isText(_ text: String) -> Bool {
    !text.utf8.contains(escapeLead) || !text.unicodeScalars.contains { byte(escapedBy: $0) != nil }
  }

  /// `path` for people: invalid bytes and control characters are shown as `\xNN`, `\n`, `\r` or `\t`.
  package static func display(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 && $0 != escapeLead }
    if isPlain { return path }
    var shown = ""
    for scalar in path.unicodeScalars {
      if let byte = byte(escapedBy: scalar) {
        shown += escape(UInt32(byte))
      } else if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
        shown += escape(scalar.value)
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  private static func escape(_ value: UInt32) -> String {
    switch value {
    case 0x09: return "\\t"
    case 0x0A: return "\\n"
    case 0x0D: return "\\r"
    default:
      return "\\x" + value.zeroPadded(to: 2, radix: 16)
    }
  }

  /// Calls `body` with `path` as a C string, and returns its result; nil if the path contains a NUL, which no
  /// file name can.
  package static func withCPath<Result>(
    _ path: String, _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result? {
    // Two fast searches show that nearly every path needs no decoding.
    let isPlain = path.utf8.withContiguousStorageIfAvailable { bytes in
      guard let base = bytes.baseAddress else { return true }
      return memchr(base, 0, bytes.count) == nil && memchr(base, Int32(escapeLead), bytes.count) == nil
    }
    if isPlain == true { return path.withCString(body) }
    if path.utf8.contains(0) { return nil }
    let bytes = bytes(of: path) + [0]
    return bytes.withUnsafeBytes { raw in
      // Not empty, because the NUL is there.
      raw.baseAddress.map { body($0.assumingMemoryBound(to: CChar.self)) }
    }
  }
}
