/// The 64-bit hash FNV-1a (RFC 9923): short, and stable across machines and versions. It does not protect against
/// attacks.
package struct FNV1a: Sendable {
  /// The hash of the bytes so far.
  package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The hash of no bytes.
  package init() {}

  /// The hash of `bytes`.
  package init(_ bytes: [UInt8]) { self.init(bytes[...]) }

  /// The hash of `bytes`.
  package init(_ bytes: ArraySlice<UInt8>) { bytes.withUnsafeBytes { add($0) } }

  /// Adds `bytes`.
  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var value = value
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    self.value = value
  }

  /// Adds the UTF-8 bytes of `text`.
  package mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  /// Adds one byte.
  package mutating func add(byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

  /// The hash as sixteen hexadecimal digits.
  package var digits: String { value.zeroPadded(to: 16, radix: 16) }
}
