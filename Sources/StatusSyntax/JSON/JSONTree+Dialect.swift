extension JSONTree {
  /// Extensions of RFC 8259.
  package enum Dialect: Sendable {
    /// Nothing.
    case strict
    /// `//` and `/* */` comments, and a trailing comma: for files that people write by hand.
    case relaxed
  }
}
