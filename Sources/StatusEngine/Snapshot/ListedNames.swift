import StatusFileSystem
import StatusModel
import StatusText

/// All names in a repository, in a tree in it, and in the tree's archive/ and vault/. What would be below another name
/// is not there: that is known without a look at each of the places where a link may find its target.
struct ListedNames: Sendable {
  /// By the path of the directory; "" for the repository. The innermost come first.
  private let names: [(directory: String, names: Set<String>)]

  /// The names in the `directories` at some paths, from the repository root; the repository itself is "".
  init(_ directories: [String: [DirectoryEntry]]) {
    names = directories.sorted { $0.key > $1.key }.map { path, entries in
      (directory: path, names: Set(entries.lazy.map(\.name)))
    }
  }

  /// Whether there may be something at `path`, from the repository root.
  func mayExist(_ path: String) -> Bool {
    for (directory, names) in names {
      if let name = PathText.first(of: path, below: directory) { return names.contains(name) }
    }
    return true
  }
}
