import StatusText

/// A status as it stands in a Markdown file.
package struct Marker: Sendable {
  /// Where it stands.
  package enum Place: Sendable {
    /// At the end of a heading.
    case heading
    /// The value of a Status field.
    case field
    /// Alone on the first line beneath a heading.
    case line
  }

  /// Where it stands.
  package let place: Place
  /// The bytes that a correct marker would replace: with its brackets where it has them.
  package let range: ByteRange
  /// Whether it stands in brackets.
  package let isBracketed: Bool
  /// What it means.
  package let reading: MarkerReading

  /// The status, where it is certain.
  package var status: Status? { reading.status }
}
