import StatusText

/// A path as a file gives it, before anyone has looked what is there.
package struct WrittenLink: Sendable {
  /// What the path is said to lead to.
  package enum Role: Sendable {
    /// The plan to follow.
    case plan
    /// Anything else.
    case artifact
  }

  /// The path as it is written, unescaped.
  package let path: String
  /// Where it is, without quotes.
  package let range: ByteRange
  /// What it is said to lead to.
  package let role: Role
}
