import StatusText

extension JSONTree {
  /// One value in the flat tree: 24 bytes.
  package struct Node: Sendable {
    /// The whole value, with its quotes or brackets.
    package var range: ByteRange
    /// The key of an object's member, with its quotes; `.zero` for any other value.
    package var key: ByteRange
    /// The index of the node after this one and all that it holds.
    package var next: UInt32
    /// What the value is.
    package var kind: Kind
    /// Whether the string value holds a backslash.
    package var hasEscapes: Bool
    /// Whether the key holds a backslash.
    package var keyHasEscapes: Bool
  }
}
