import StatusText

/// A heading of TODO.md that is meant as a task's, with a task's fields below it, but is not written as one.
package struct MalformedTaskHeading: Sendable {
  /// What is wrong with it.
  package enum Fault: Sendable, Equatable {
    /// The number is not written as in `7. Title`, or the marks of the heading are not followed by a blank.
    case form
    /// A task's heading, but of level 1, 5 or 6.
    case level
    /// The number is above 999,999,999.
    case number
  }

  /// What is wrong with it.
  package let fault: Fault
  /// The task's number; nil if it is too large to be one.
  package let number: Int?
  /// The digits of the number.
  package let numberRange: ByteRange
  /// The text of the heading, without its marks.
  package let text: ByteRange
  /// Everything from the heading's first mark to its title.
  package let beforeTitle: ByteRange
  /// Its level, as its marks have it.
  package let level: Int

  /// What the standard has in the place of `beforeTitle`; nil if that would lose something: a glyph, a check box, an
  /// odd asterisk; or if it is there already, and Markdown takes the heading for text of an HTML block.
  package func standard(in source: SourceText) -> String? {
    guard let number else { return nil }
    let old = source.bytes[beforeTitle.indices]
    guard old.first == UInt8(ascii: "#") || old.first == UInt8(ascii: "\\") else { return nil }
    let isPlain = old.allSatisfy { $0 < 0x80 } || Self.isDashOnly(String(decoding: old, as: UTF8.self))
    let isPaired =
      [UInt8(ascii: "*"), UInt8(ascii: "~")].allSatisfy { mark in old.count { $0 == mark } % 4 == 0 }
      && old.count { $0 == UInt8(ascii: "`") } % 2 == 0
    let hasBox = old.count { $0 == UInt8(ascii: "[") } > 1
    let brackets = source.bytes[beforeTitle.lower..<numberRange.lower]
    let isCut = old.contains { ASCII.isOne($0, of: "\"'|") } || Self.leavesBracketOpen(old)
    let next = beforeTitle.upper < text.upper ? source.bytes[beforeTitle.upper] : ASCII.space
    let isLink = old.contains(UInt8(ascii: "]")) && ASCII.isOne(next, of: "(:[")
    guard isPlain, isPaired, !hasBox, !isCut, !isLink, next != UInt8(ascii: "|"),
      !brackets.contains(UInt8(ascii: "]"))
    else { return nil }
    let standard = "\(String(repeating: "#", count: 2...4 ~= level ? level : 3)) \(number). "
    return old.elementsEqual(standard.utf8) ? nil : standard
  }

  /// Whether a bracket in `text` is closed only after it: what it encloses, such as a link, continues there.
  private static func leavesBracketOpen(_ text: ArraySlice<UInt8>) -> Bool {
    [("(", ")"), ("[", "]"), ("{", "}")].contains { (open: Unicode.Scalar, close: Unicode.Scalar) in
      text.count { $0 == UInt8(ascii: open) } > text.count { $0 == UInt8(ascii: close) }
    }
  }

  /// Whether what is not ASCII in `text` are dashes and blanks.
  private static func isDashOnly(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      $0.isASCII || $0.properties.generalCategory == .dashPunctuation
        || $0.properties.generalCategory == .spaceSeparator
    }
  }
}
