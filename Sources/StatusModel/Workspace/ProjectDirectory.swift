import StatusText

/// A task's directory: `221_slug`, `OC_511_slug`.
package struct ProjectDirectory: Sendable {
  /// The task's number.
  package let number: Int
  /// The slug after the number.
  package let slug: String
  /// The path from the repository root.
  package let path: String
  /// Whether it lies below archive/ or vault/.
  package let isArchived: Bool
  /// Whether the directory, or the one that it lies in, is a symbolic link.
  package let isBehindLink: Bool

  /// The directory at `path`; nil when its name is no project directory's.
  package init?(name: String, path: String, isArchived: Bool, isBehindLink: Bool) {
    guard let (number, slug) = Self.parse(name) else { return nil }
    self.number = number
    self.slug = slug
    self.path = path
    self.isArchived = isArchived
    self.isBehindLink = isBehindLink
  }

  /// The number and slug of a directory's name: an optional prefix of letters and an underscore, digits, an
  /// underscore, the slug.
  package static func parse(_ name: String) -> (number: Int, slug: String)? {
    var name = name
    return name.withUTF8 { bytes in
      var offset = 0
      while offset < bytes.count, ASCII.isLetter(bytes[offset]) { offset += 1 }
      if offset > 0 {
        guard offset < bytes.count, bytes[offset] == 0x5F else { return nil }
        offset += 1
      }
      let start = offset
      var number = 0
      while offset < bytes.count, ASCII.isDigit(bytes[offset]), offset - start < 9 {
        number = number * 10 + Int(bytes[offset] - 0x30)
        offset += 1
      }
      guard offset > start, offset + 1 < bytes.count, bytes[offset] == 0x5F else { return nil }
      return (number, String(decoding: bytes[(offset + 1)...], as: UTF8.self))
    }
  }
}
