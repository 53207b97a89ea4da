import StatusText

extension JSONTree {
  /// One value in the flat tree: 24 bytes.
  package struct Node: Sendable {
    /// The bytes of the value, with its quotes or brackets.
    package var range: ByteRange
    /// The key of a member, with its quotes; `.zero` for any other value.
    package var key: ByteRange
    /// The index of the node after this one and everything in it.
    package var next: UInt32
    /// The kind of the value.
    package var kind: Kind
    /// Whether the string value contains a backslash.
    package var hasEscapes: Bool
    /// Whether the key contains a backslash.
    package var keyHasEscapes: Bool
  }
}
