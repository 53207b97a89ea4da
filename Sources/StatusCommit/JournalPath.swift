/// Paths in transactions and journals: relative to the specs root, and never outside of it.
enum JournalPath {
  /// Whether `path` names something below the root, component by component, and no file of the committer.
  static func isValid(_ path: String) -> Bool {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return !path.utf8.contains(0)
      && parts.allSatisfy { part in
        let dots = part.allSatisfy { $0 == UInt8(ascii: ".") }
        return !(dots && part.count <= 2) && !part.starts(with: ".statuslint.journal".utf8)
      }
  }

  /// The number of directories between the root and the file at `path`.
  static func depth(of path: String) -> Int { path.utf8.count { $0 == UInt8(ascii: "/") } }
}
