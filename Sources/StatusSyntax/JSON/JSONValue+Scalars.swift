import StatusText

extension JSONValue {
  /// The text of a string, unescaped; half a surrogate pair becomes U+FFFD. Nil for any other value.
  package var string: String? {
    guard kind == .string else { return nil }
    return JSONScalars.text(tree.source.bytes, range, hasEscapes: node.hasEscapes)
  }

  /// Whether a string contains a backslash, so that its bytes in the file are not its text.
  package var hasEscapes: Bool { node.hasEscapes }

  /// The bytes of a string between its quotes; nil for any other value. They are the text unless
  /// `hasEscapes`.
  package var contentRange: ByteRange? {
    kind == .string ? ByteRange(range.lower + 1, range.upper - 1) : nil
  }

  /// The value of a number without fraction and exponent, if it fits; nil for any other value.
  package var integer: Int? {
    guard kind == .number else { return nil }
    let digits = tree.source.bytes[range.indices]
    let isNegative = digits.first == UInt8(ascii: "-")
    var value = 0
    for byte in isNegative ? digits.dropFirst() : digits {
      guard ASCII.isDigit(byte) else { return nil }
      let digit = Int(byte &- UInt8(ascii: "0"))
      let (shifted, isTooBig) = value.multipliedReportingOverflow(by: 10)
      // Negative numbers are counted downward, because there is one more of them.
      let (sum, isOver) =
        isNegative ? shifted.subtractingReportingOverflow(digit) : shifted.addingReportingOverflow(digit)
      guard !isTooBig, !isOver else { return nil }
      value = sum
    }
    return value
  }

  /// The value of any number, rounded to the nearest double; nil for any other value.
  package var double: Double? {
    kind == .number ? Double(tree.source.text(range)) : nil
  }

  /// The value of `true` or `false`; nil for any other value.
  package var bool: Bool? {
    switch kind {
    case .true: true
    case .false: false
    default: nil
    }
  }

  /// Whether the key is exactly this text, scalar by scalar. Creates no String. False if the value has no
  /// key.
  package func keyEquals(_ text: String) -> Bool {
    let node = node
    guard !node.key.isEmpty else { return false }
    return equals(text, node.key, hasEscapes: node.keyHasEscapes)
  }

  /// Whether the value is a string with exactly this text, scalar by scalar. Creates no String.
  package func stringEquals(_ text: String) -> Bool {
    kind == .string && equals(text, range, hasEscapes: node.hasEscapes)
  }

  /// Calls `body` with the text of a string, unescaped, as UTF-8; nil for any other value.
  package func withStringBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    guard kind == .string else { return nil }
    if hasEscapes {
      return Array((string ?? "").utf8).withUnsafeBufferPointer(body)
    }
    return tree.source.bytes.withUnsafeBufferPointer { bytes in
      body(UnsafeBufferPointer(rebasing: bytes[range.lower + 1..<range.upper - 1]))
    }
  }

  private func equals(_ text: String, _ token: ByteRange, hasEscapes: Bool) -> Bool {
    if !hasEscapes, token.count - 2 != text.utf8.count { return false }
    // The == of the standard library also accepts canonically equivalent texts.
    let isSame = text.utf8.withContiguousStorageIfAvailable { text in
      tree.source.bytes.withUnsafeBufferPointer { bytes in
        JSONScalars.equal(bytes, token, hasEscapes: hasEscapes, to: text)
      }
    }
    if let isSame { return isSame }
    return text.utf8.elementsEqual(JSONScalars.text(tree.source.bytes, token, hasEscapes: hasEscapes).utf8)
  }
}
