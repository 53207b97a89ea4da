import StatusText

/// The id of a task in its normal form: `TASK-1.2`.
enum BacklogID {
  /// `text` with the prefix in capitals, without leading zeros; a number alone gets `prefix`.
  static func normal(_ text: String, prefix: String) -> String {
    let bytes = Array(text.utf8)
    let hyphen = bytes.lastIndex(of: UInt8(ascii: "-"))
    let numbers = bytes[(hyphen.map { $0 + 1 } ?? 0)...].split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard numbers.allSatisfy({ !$0.isEmpty && $0.allSatisfy(ASCII.isDigit) }) else {
      return text.uppercased()
    }
    let name = hyphen.map { String(decoding: bytes[..<$0], as: UTF8.self).uppercased() } ?? prefix
    let plain = numbers.map { digits in
      let rest = digits.drop { $0 == UInt8(ascii: "0") }
      return rest.isEmpty ? "0" : String(decoding: rest, as: UTF8.self)
    }
    return "\(name)-\(plain.joined(separator: "."))"
  }

  /// What a file is called after: `task-1.2` of `task-1.2 - Read.md` and `task-1.2-read.md`.
  static func text(ofFile name: String) -> String {
    let bytes = Array(name.utf8)
    guard let digit = bytes.firstIndex(where: ASCII.isDigit) else { return name }
    let number = bytes[digit...].prefix { ASCII.isDigit($0) || $0 == UInt8(ascii: ".") }
    let end = number.last == UInt8(ascii: ".") ? number.endIndex - 1 : number.endIndex
    return String(decoding: bytes[..<end], as: UTF8.self)
  }

  /// The number of `id` without its prefix.
  static func number(of id: String) -> Substring { id.split(separator: "-").last ?? "" }
}
