import StatusText

/// The words of a status, with all that a marker in their place would replace.
struct SeparatedWords {
  /// What is before them.
  enum Separator { case dash, colon, glyph }

  /// The words, with the brackets of another kind, the emphasis and the tags around them, and with a dash before them.
  let range: ByteRange
  /// What is between them and what comes before, if anything is.
  let separator: Separator?
  /// Whether brackets of another kind are around them.
  let hasWideBrackets: Bool
  /// Whether emphasis or tags are around them.
  let isWrapped: Bool
  /// Whether they are in code.
  let isCode: Bool
}
