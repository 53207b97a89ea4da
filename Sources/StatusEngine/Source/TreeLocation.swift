import StatusModel
import StatusText

/// The location of a specs tree, and which of its findings to show.
package struct TreeLocation: Sendable, Equatable {
  /// The repository's directory, from the root directory.
  package let repository: String
  /// The tree in it.
  package let root: SpecsRoot
  /// The name of its format; nil for our own.
  package let format: String?
  /// The files and directories, from the repository root, whose findings are to be shown; empty for all.
  package var shown: Set<String>

  /// The tree at `root` in `repository`, of which only the findings in some files are to be shown.
  package init(repository: String, root: SpecsRoot, format: String? = nil, shown: Set<String> = []) {
    self.repository = repository
    self.root = root
    self.format = format
    self.shown = shown
  }

  /// The tree's directory, from the root directory.
  package var directory: String { PathText.joined(repository, root.path) }

  /// Whether findings at `path`, from the repository root, are shown.
  package func shows(_ path: String) -> Bool {
    if shown.isEmpty || shown.contains(path) { return true }
    let slash = UInt8(ascii: "/")
    return path.utf8.indices.contains { path.utf8[$0] == slash && shown.contains(String(path[..<$0])) }
  }
}
