import StatusText

/// The first place where a text is not JSON.
package struct JSONSyntaxError: Error, Hashable, Sendable {
  /// What stands there; empty at the end of the file.
  package var range: ByteRange
  /// What was found, as a noun phrase: "a trailing comma", "the end of the file", "'}'".
  package var found: String
  /// What could have stood there, as a noun phrase: "a value", "',' or '}'".
  package var expected: String
  /// The bracket or quote that is open there and unclosed before it, if any.
  package var opened: ByteRange?

  /// The byte offset of the fault.
  package var offset: Int { range.lower }
  /// Both in one clause, for a finding's message.
  package var message: String { "found \(found), expected \(expected)" }
}
