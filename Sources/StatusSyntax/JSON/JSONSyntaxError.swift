import StatusText

/// The first syntax error in a JSON text.
package struct JSONSyntaxError: Error, Hashable, Sendable {
  /// The unexpected bytes; empty at the end of the file.
  package var range: ByteRange
  /// What was found, as a noun phrase: "a trailing comma", "the end of the file", "'}'".
  package var found: String
  /// What was expected, as a noun phrase: "a value", "',' or '}'".
  package var expected: String
  /// An unclosed bracket or quote before the error, if any.
  package var opened: ByteRange?

  /// The byte offset of the error.
  package var offset: Int { range.lower }
  /// A message that says what was found and expected.
  package var message: String { "found \(found), expected \(expected)" }
}
