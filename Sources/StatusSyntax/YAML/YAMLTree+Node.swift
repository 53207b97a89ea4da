import StatusText

extension YAMLTree {
  /// What a value is.
  package enum Kind: Hashable, Sendable {
    case map, list, scalar
    /// A value that could not be read: one of the faults of the tree says why.
    case unreadable
  }

  /// How a scalar or key is written.
  package enum Style: Hashable, Sendable {
    /// Without quotes.
    case plain
    /// In `'` or `"`.
    case single, double
    /// On the lines after `|` or `>`.
    case literal, folded
  }

  /// A key of a map, as it is written.
  package struct Key: Hashable, Sendable {
    /// The bytes of the key, with its quotes.
    package var range: ByteRange
    /// `plain`, `single` or `double`.
    package var style: Style

    /// What a value has that is not in a map.
    static let none = Key(range: .zero, style: .plain)
  }

  /// One value in the flat tree.
  package struct Node: Sendable {
    /// The bytes of the value, with its quotes or brackets. A block scalar includes its last line ending. Nothing at all
    /// is an empty range directly after the colon or hyphen.
    package var range: ByteRange
    /// The key of the value; its range is empty if the value is not in a map.
    package var key: Key
    /// The index of the node after this one and everything in it.
    package var next: UInt32
    /// The kind of the value.
    package var kind: Kind
    /// How a scalar is written.
    package var style: Style = .plain
    /// The indentation of the lines of a block scalar; 0 for any other value.
    package var indent: UInt32 = 0
    /// Whether the value is between brackets.
    package var isInFlow = false
  }
}
