import StatusText

/// A kind of subjects: phases, tasks, stories.
package struct SubjectKind: Sendable {
  /// Where an id is the only one of its kind.
  package enum Scope: String, Sendable, CaseIterable {
    case root, directory, file
  }

  /// How it is known of what a subject is a part, where nothing names it.
  package enum Parenthood: String, Sendable, CaseIterable {
    /// It stands below the other: in its section, or in its item of a list.
    case nesting
    /// The id of the other is its own up to the last dot or hyphen.
    case prefix
  }

  /// The name: "task".
  package let name: String
  /// The forms of its ids.
  let ids: [TextPattern]
  /// Where an id is the only one.
  let scope: Scope
  /// The kind of what it is a part of.
  package let parent: String?
  let parenthood: Parenthood

  /// A kind of this name.
  package init(
    _ name: String, ids: [TextPattern], scope: Scope = .root, parent: String? = nil,
    by parenthood: Parenthood = .nesting
  ) {
    self.name = name
    self.ids = ids
    self.scope = scope
    self.parent = parent
    self.parenthood = parenthood
  }

  /// The normal form of `text`, if it is an id.
  func id(_ text: String) -> String? { ids.lazy.compactMap { $0.normal(text) }.first }

  /// Where ids are in running text.
  func mentions(in bytes: [UInt8]) -> [ByteRange] {
    var found: [ByteRange] = []
    var offset = 0
    while offset < bytes.count {
      let isStart = offset == 0 || !Self.isIdPart(bytes[offset - 1])
      let match =
        isStart ? ids.lazy.compactMap { $0.prefix(bytes, at: offset, before: bytes.count) }.first : nil
      guard let match, match.end == bytes.count || !Self.isIdPart(bytes[match.end]) else {
        offset += 1
        continue
      }
      found.append(ByteRange(offset, match.end))
      offset = match.end
    }
    return found
  }

  private static func isIdPart(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || ASCII.isOne(byte, of: "-_") || byte >= 0x80
  }
}
