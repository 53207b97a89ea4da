import StatusText

/// The id of a task in its normal form: `TASK-1.2`.
enum BacklogID {
  /// `text` with the prefix in capitals, without leading zeros; a number alone gets `prefix`.
  static func normal(_ text: String, prefix: String) -> String {
    let bytes = Array(text.utf8)
    let hyphen = bytes.lastIndex(of: UInt8(ascii: "-"))
    var number: [UInt8] = []
    var start = hyphen.map { $0 + 1 } ?? 0
    while true {
      let digits = bytes[start...].prefix(while: ASCII.isDigit)
      guard !digits.isEmpty else { return text.uppercased() }
      let plain = digits.drop { $0 == UInt8(ascii: "0") }
      number += plain.isEmpty ? digits.suffix(1) : plain
      if digits.endIndex == bytes.count { break }
      guard bytes[digits.endIndex] == UInt8(ascii: ".") else { return text.uppercased() }
      number.append(UInt8(ascii: "."))
      start = digits.endIndex + 1
    }
    let name = hyphen.map { String(decoding: bytes[..<$0], as: UTF8.self).uppercased() } ?? prefix
    return "\(name)-\(String(decoding: number, as: UTF8.self))"
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
