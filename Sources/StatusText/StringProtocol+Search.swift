/// Searches for a text, byte by byte. Those of the standard library come with its regular expressions, which would make the
/// program a megabyte larger.
extension StringProtocol {
  /// Whether the bytes of `part` occur in those of this text. The empty text occurs in every one.
  package func contains(text part: String) -> Bool { utf8.contains(text: part) }

  /// This text with each `part`, which is not empty, replaced by `replacement`.
  package func replacing(text part: String, with replacement: String) -> String {
    precondition(!part.isEmpty)
    var replaced: [UInt8] = []
    var rest = Array(utf8)[...]
    while let found = rest.index(ofText: part) {
      replaced += rest[..<found]
      replaced += replacement.utf8
      rest = rest[(found + part.utf8.count)...]
    }
    return String(decoding: replaced + rest, as: UTF8.self)
  }
}
