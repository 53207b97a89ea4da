import StatusText

/// The number at the beginning of the name of a feature's directory: `001`, or a time such as `20260301-101500`.
struct FeatureNumber: Equatable {
  let text: String
  let isTimestamp: Bool

  /// The number of `name`, which goes on with a hyphen and something else; nil without one.
  init?(_ name: some StringProtocol) {
    let bytes = Array(name.utf8)
    let digits = bytes.prefix { ASCII.isDigit($0) }.count
    guard digits >= 3, digits + 1 < bytes.count, bytes[digits] == UInt8(ascii: "-") else { return nil }
    let time = bytes[(digits + 1)...].prefix { ASCII.isDigit($0) }.count
    let timeEnd = digits + 1 + time
    isTimestamp = digits == 8 && time == 6 && timeEnd < bytes.count && bytes[timeEnd] == UInt8(ascii: "-")
    text = String(decoding: bytes[..<(isTimestamp ? timeEnd : digits)], as: UTF8.self)
  }
}
