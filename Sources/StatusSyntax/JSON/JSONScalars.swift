import StatusText

/// The Unicode scalars of a string token, unescaped (RFC 8259, section 7).
///
/// The parser has accepted the token: it has both quotes, complete escapes and well-formed UTF-8. Half a
/// surrogate pair, which the grammar allows, becomes U+FFFD.
struct JSONScalars: Sequence, IteratorProtocol {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset: Int
  private let end: Int

  /// The scalars of `token`, which includes its quotes.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ token: ByteRange) {
    self.bytes = bytes
    offset = token.lower + 1
    end = token.upper - 1
  }

  mutating func next() -> UInt32? {
    guard offset < end else { return nil }
    let byte = bytes[offset]
    if byte == UInt8(ascii: "\\") { return escape() }
    guard byte >= 0x80 else {
      offset += 1
      return UInt32(byte)
    }
    let count = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    var scalar = UInt32(byte) & (0x7F >> UInt32(count))
    for place in offset + 1..<offset + count {
      scalar = scalar << 6 | UInt32(bytes[place] & 0x3F)
    }
    offset += count
    return scalar
  }

  private mutating func escape() -> UInt32 {
    let letter = bytes[offset + 1]
    guard letter == UInt8(ascii: "u") else {
      offset += 2
      return Self.meaning(ofEscaped: letter)
    }
    let unit = hexadecimal(at: offset + 2)
    offset += 6
    guard unit & 0xF800 == 0xD800 else { return unit }
    let isHigh = unit < 0xDC00
    if isHigh, offset + 6 <= end, bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "u")
    {
      let low = hexadecimal(at: offset + 2)
      if low & 0xFC00 == 0xDC00 {
        offset += 6
        return 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
      }
    }
    return 0xFFFD
  }

  private func hexadecimal(at place: Int) -> UInt32 {
    var value: UInt32 = 0
    for byte in bytes[place..<place + 4] {
      let digit = ASCII.isDigit(byte) ? byte & 0x0F : byte & 0x0F + 9
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  private static func meaning(ofEscaped letter: UInt8) -> UInt32 {
    switch letter {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: UInt32(letter)  // a quote, a backslash or a slash
    }
  }
}

extension JSONScalars {
  /// The text of a string token.
  static func text(_ bytes: [UInt8], _ token: ByteRange, hasEscapes: Bool) -> String {
    bytes.withUnsafeBufferPointer { bytes in
      guard hasEscapes else {
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[content(token)]), as: UTF8.self)
      }
      var text = String.UnicodeScalarView()
      for scalar in JSONScalars(bytes, token) { text.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
      return String(text)
    }
  }

  /// Whether the text of a string token is `text`, which is UTF-8.
  static func equal(
    _ bytes: UnsafeBufferPointer<UInt8>, _ token: ByteRange, hasEscapes: Bool,
    to text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if !hasEscapes {
      guard token.count - 2 == text.count else { return false }
      let start = content(token).lowerBound
      for index in 0..<text.count where bytes[start + index] != text[index] { return false }
      return true
    }
    var scalars = JSONScalars(bytes, token)
    var decoder = Unicode.UTF8.ForwardParser()
    var input = text.makeIterator()
    while case .valid(let encoded) = decoder.parseScalar(from: &input) {
      guard scalars.next() == Unicode.UTF8.decode(encoded).value else { return false }
    }
    return scalars.next() == nil
  }

  /// Compares two string tokens by scalars: negative if `left` comes first, zero if they are equal.
  static func compare(
    _ bytes: UnsafeBufferPointer<UInt8>, _ left: ByteRange, _ right: ByteRange, haveEscapes: Bool
  ) -> Int {
    guard haveEscapes else { return compareBytes(bytes, content(left), content(right)) }
    var others = JSONScalars(bytes, right)
    for scalar in JSONScalars(bytes, left) {
      guard let other = others.next() else { return 1 }
      if scalar != other { return scalar < other ? -1 : 1 }
    }
    return others.next() == nil ? 0 : -1
  }

  // The order of UTF-8 bytes is the order of scalars, so this agrees with a comparison of scalars.
  private static func compareBytes(
    _ bytes: UnsafeBufferPointer<UInt8>, _ left: Range<Int>, _ right: Range<Int>
  ) -> Int {
    for place in 0..<Swift.min(left.count, right.count) {
      let one = bytes[left.lowerBound + place]
      let other = bytes[right.lowerBound + place]
      if one != other { return one < other ? -1 : 1 }
    }
    return left.count - right.count
  }

  private static func content(_ token: ByteRange) -> Range<Int> { token.lower + 1..<token.upper - 1 }
}
