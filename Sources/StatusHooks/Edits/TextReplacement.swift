import StatusText

/// The replacement of a text by another one, as the edit tools of agents make it.
package struct TextReplacement: Sendable, Equatable {
  /// The text that is replaced. If it is empty, the new text is the whole file, which must be new or empty.
  package let old: [UInt8]
  /// The text in its place.
  package let new: [UInt8]
  /// Whether every occurrence is replaced; otherwise there must be exactly one.
  package let isForAll: Bool

  /// More in one call are not followed: each looks through the whole file.
  private static let limit = 1000

  /// The replacement that takes this one back.
  var reversed: TextReplacement { TextReplacement(old: new, new: old, isForAll: isForAll) }

  /// `bytes` with each replacement made after those before it; nil if one of them cannot be made.
  static func apply(_ replacements: [TextReplacement], to bytes: [UInt8]?) -> [UInt8]? {
    guard replacements.count <= limit else { return nil }
    var bytes = bytes
    for replacement in replacements {
      guard let changed = replacement.applied(to: bytes) else { return nil }
      bytes = changed
    }
    return bytes
  }

  private func applied(to bytes: [UInt8]?) -> [UInt8]? {
    guard !old.isEmpty else { return bytes?.isEmpty ?? true ? new : nil }
    guard let bytes else { return nil }
    return replaced(in: bytes)
      ?? (bytes.contains(ASCII.carriageReturn) ? withCarriageReturns?.replaced(in: bytes) : nil)
  }

  /// The same in a file whose lines end in CR LF: agents see them without the CR.
  private var withCarriageReturns: TextReplacement? {
    guard old.contains(ASCII.lineFeed), !old.contains(ASCII.carriageReturn) else { return nil }
    return TextReplacement(old: Self.spelledOut(old), new: Self.spelledOut(new), isForAll: isForAll)
  }

  private static func spelledOut(_ text: [UInt8]) -> [UInt8] {
    text.flatMap { $0 == ASCII.lineFeed ? [ASCII.carriageReturn, $0] : [$0] }
  }

  private func replaced(in bytes: [UInt8]) -> [UInt8]? {
    let places = PatternSearch(old).places(in: bytes[...], limit: isForAll ? .max : 2)
    guard let first = places.first, isForAll || places.count == 1 else { return nil }
    var result = Array(bytes[..<first])
    for (index, place) in places.enumerated() {
      result += new
      result += bytes[(place + old.count)..<(index + 1 < places.count ? places[index + 1] : bytes.count)]
    }
    return result
  }
}
