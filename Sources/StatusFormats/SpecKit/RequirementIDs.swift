import StatusText

/// The ids of requirements and success criteria: `FR-001`, `NFR-002`, `SC-003`.
struct RequirementIDs {
  let text: String
  let range: ByteRange
  /// The same without zeros before the number and without a letter after it: `FR-3` of `FR-003a`.
  let whole: String
  /// `whole` with the letter.
  let normal: String

  private static let prefixes: [StaticString] = ["nfr-", "fr-", "sc-"]

  /// The ids in `range`, with those within ranges such as `FR-001 to FR-004` that a spec defines so. A number that is 0
  /// is a placeholder.
  static func all(in bytes: [UInt8], _ range: ByteRange, skippingCode: Bool = false) -> [RequirementIDs] {
    var found: [RequirementIDs] = []
    var place = range.lower
    while place < range.upper {
      if skippingCode, bytes[place] == UInt8(ascii: "`") {
        let close = bytes.offset(of: UInt8(ascii: "`"), from: place + 1, to: range.upper)
        if close < range.upper { place = close }
      }
      if let id = id(at: place, bytes, range) {
        found.append(id)
        place = id.range.upper
      } else {
        place += 1
      }
    }
    return found
  }

  private static func id(at place: Int, _ bytes: [UInt8], _ range: ByteRange) -> RequirementIDs? {
    guard ASCII.isOne(bytes[place], of: "FNS"),
      place == range.lower
        || !ASCII.isAlphanumeric(bytes[place - 1]) && bytes[place - 1] != UInt8(ascii: "-"),
      let prefix = prefixes.first(where: { ASCII.begins(bytes, at: place, before: range.upper, with: $0) })
    else { return nil }
    let start = place + prefix.utf8CodeUnitCount
    var end = start
    while end < range.upper, ASCII.isDigit(bytes[end]) { end += 1 }
    let digits = String(decoding: bytes[start..<end], as: UTF8.self)
    guard end > start, end - start < 6, Int(digits) != 0 else { return nil }
    if end < range.upper, ASCII.isLetter(bytes[end]), bytes[end] & 0x20 != 0 { end += 1 }
    guard end == range.upper || !ASCII.isAlphanumeric(bytes[end]) && bytes[end] != UInt8(ascii: "-") else {
      return nil
    }
    let text = String(decoding: bytes[place..<end], as: UTF8.self)
    let whole = "\(text.prefix { $0 != "-" })-\(Int(digits) ?? 0)"
    let letter = ASCII.isLetter(bytes[end - 1]) ? text.suffix(1) : ""
    return RequirementIDs(text: text, range: ByteRange(place, end), whole: whole, normal: whole + letter)
  }
}
