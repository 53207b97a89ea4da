import StatusText

/// File names in patches, as in git: in quotes, with C escapes, if they contain anything except printable
/// ASCII (git-config(1), core.quotePath).
enum PatchName {
  /// `name` for the header of a patch.
  static func quoted(_ name: [UInt8]) -> String {
    guard name.contains(where: needsEscape) else { return String(decoding: name, as: UTF8.self) }
    return "\"" + name.map(escaped).joined() + "\""
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte >= 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func escaped(_ byte: UInt8) -> String {
    switch byte {
    case 0x07: return "\\a"
    case 0x08: return "\\b"
    case 0x09: return "\\t"
    case 0x0A: return "\\n"
    case 0x0B: return "\\v"
    case 0x0C: return "\\f"
    case 0x0D: return "\\r"
    case UInt8(ascii: "\""): return "\\\""
    case UInt8(ascii: "\\"): return "\\\\"
    default:
      return needsEscape(byte) ? "\\" + byte.zeroPadded(to: 3, radix: 8) : String(UnicodeScalar(byte))
    }
  }
}
