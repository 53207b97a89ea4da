import StatusText

/// A file that fixes change: what it was, and what is done to it.
package struct EditedFile: Sendable {
  /// The path from the repository root.
  package let path: String
  /// Its bytes, as they were read; nil for a file that is created.
  package let original: [UInt8]?
  /// What all rounds together do to them.
  package private(set) var edits: EditSet
  /// What they become.
  package private(set) var bytes: [UInt8]

  /// A file to which nothing has been done.
  init(path: String, original: [UInt8]?) {
    self.path = path
    self.original = original
    edits = EditSet()
    bytes = original ?? []
  }

  /// Makes `more` edits, which are relative to `bytes`; false if they do not fit these.
  mutating func make(_ more: EditSet) -> Bool {
    guard let changed = more.applied(to: bytes) else { return false }
    edits = edits.followed(by: more)
    bytes = changed
    return true
  }
}
