import StatusFileSystem
import StatusModel

/// All names in a repository, in a tree in it, and in the tree's archive/ and vault/. What would be below another name is not
/// there: that is known without a look at each of the places where a link may find its target.
struct ListedNames: Sendable {
  /// By the path of the directory with a slash at its end; "" for the repository. The innermost come first.
  private let names: [(start: String, names: Set<String>)]

  /// The names in the `directories` at some paths, from the repository root; the repository itself is "".
  init(_ directories: [String: [DirectoryEntry]]) {
    names = directories.sorted { $0.key > $1.key }.map { path, entries in
      (start: path.isEmpty ? "" : "\(path)/", names: Set(entries.lazy.map(\.name)))
    }
  }

  /// Whether there may be something at `path`, from the repository root.
  func mayExist(_ path: String) -> Bool {
    for (start, names) in names where path.utf8.starts(with: start.utf8) {
      let name = path.utf8.dropFirst(start.utf8.count).prefix { $0 != UInt8(ascii: "/") }
      return names.contains(String(Substring(name)))
    }
    return true
  }
}
