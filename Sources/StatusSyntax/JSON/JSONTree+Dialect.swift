extension JSONTree {
  /// What a text may hold beyond RFC 8259.
  package enum Dialect: Sendable {
    /// Nothing.
    case strict
    /// `//` and `/* */` comments, and a comma after the last member or element: for files people write by hand.
    case relaxed
  }
}
