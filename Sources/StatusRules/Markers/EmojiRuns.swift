import StatusText

/// The emoji in a line of text.
enum EmojiRuns {
  /// One emoji, or several with nothing but blanks between them.
  struct Run {
    /// Their bytes.
    var range: ByteRange
    /// Whether one of them is made from an ASCII character, as U+0031 U+FE0F U+20E3 is: the character may be meant.
    var holdsASCII = false
  }

  /// The runs of emoji in `text`, in order.
  static func find(in text: ByteRange, of bytes: [UInt8]) -> [Run] {
    guard bytes[text.indices].contains(where: { $0 >= 0x80 }) else { return [] }
    var runs: [Run] = []
    let scalars = scalars(in: text, of: bytes)
    var index = 0
    while index < scalars.count {
      let next = index + 1 < scalars.count ? scalars[index + 1].scalar : nil
      guard isEmoji(scalars[index].scalar, before: next) else {
        index += 1
        continue
      }
      let end = clusterEnd(index, scalars)
      let range = ByteRange(
        scalars[index].offset, end < scalars.count ? scalars[end].offset : text.upper)
      let holdsASCII = scalars[index].scalar.isASCII
      if let last = runs.last, bytes[last.range.upper..<range.lower].allSatisfy({ ASCII.isBlank($0) }) {
        runs[runs.count - 1] = Run(
          range: ByteRange(last.range.lower, range.upper), holdsASCII: last.holdsASCII || holdsASCII)
      } else {
        runs.append(Run(range: range, holdsASCII: holdsASCII))
      }
      index = end
    }
    return runs
  }

  private typealias Place = (scalar: Unicode.Scalar, offset: Int)

  private static func scalars(in text: ByteRange, of bytes: [UInt8]) -> [Place] {
    var places: [Place] = []
    var offset = text.lower
    for scalar in String(decoding: bytes[text.indices], as: UTF8.self).unicodeScalars {
      places.append((scalar, offset))
      offset += UTF8.width(scalar)
    }
    return places
  }

  /// Whether a scalar is shown as a picture (UTS #51), or is one of the check marks and crosses that stand for
  /// a status. Arrows, mathematical signs and letters are text, unless a selector asks for the picture.
  private static func isEmoji(_ scalar: Unicode.Scalar, before next: Unicode.Scalar?) -> Bool {
    if scalar.isASCII { return next == pictureSelector && scalar.properties.isEmoji }
    if scalar.properties.isEmojiPresentation { return next != textSelector }
    switch scalar.value {
    case 0x2713...0x2718, 0x2611, 0x2612: return true
    default: return next == pictureSelector && scalar.properties.isEmoji
    }
  }

  /// The index after an emoji with its selectors, skin tone, keycap, and what is joined to it.
  private static func clusterEnd(_ start: Int, _ scalars: [Place]) -> Int {
    var index = start + 1
    while index < scalars.count {
      let scalar = scalars[index].scalar
      if scalar.value == 0x200D, index + 1 < scalars.count {
        index += 2
      } else if scalar == pictureSelector || scalar == textSelector || scalar.value == 0x20E3
        || scalar.properties.isEmojiModifier || 0xE0020...0xE007F ~= scalar.value
      {
        index += 1
      } else {
        break
      }
    }
    return index
  }

  private static let pictureSelector: Unicode.Scalar = "\u{FE0F}"
  private static let textSelector: Unicode.Scalar = "\u{FE0E}"
}
