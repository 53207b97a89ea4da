import StatusEngine
import StatusHooks
import StatusText

/// Finds the tracking files that a shell command changes without naming them: those in a directory that it removes or
/// moves, and those that a pattern matches.
struct CoveredFiles {
  let discovery: TreeDiscovery
  let read: (TreeLocation) throws(CommandError) -> Snapshot

  /// The first tracking file that `target` covers, from the root of the repository of its tree; nil if there is none.
  /// Those of a task that is moved to the archive of its tree do not count: so work that has ended is put away.
  func first(of target: ShellTargets.Target) -> (location: TreeLocation, path: String)? {
    let parts = target.path.split(separator: "/", omittingEmptySubsequences: false)
    guard target.isWholeTree || parts.last.map(Self.mayMatch) ?? false else { return nil }
    let literal = parts.prefix { !$0.utf8.contains { ASCII.isOne($0, of: "*?[") } }
    let start = literal.joined(separator: "/")
    let absolute = discovery.absolutePath(start)
    guard let place = try? discovery.fileSystem.realPath(absolute),
      let trees = try? discovery.locationsIfAny(place)
    else { return nil }
    let rest = parts.dropFirst(literal.count).joined(separator: "/")
    for var tree in trees {
      tree.shown = []
      let path = TreeRoots.relative(rest.isEmpty ? place : TreeRoots.join(place, rest), to: tree.repository)
      guard let workspace = try? read(tree).workspace else { continue }
      let isArchiving = isArchiving(target, of: tree)
      let found = workspace.files.first { file in
        guard file.failure == nil, covers(path, file.path, target) else { return false }
        guard isArchiving, file.directory >= 0 else { return true }
        return !takes(path, workspace.directories[file.directory].path, target)
      }
      if let found { return (tree, found.path) }
    }
    return nil
  }

  /// Whether a target at `path` takes the directory at `directory` along.
  private func takes(_ path: String, _ directory: String, _ target: ShellTargets.Target) -> Bool {
    guard target.isPattern else { return path == directory || PathText.isBelow(directory, path) }
    return (try? PathPattern(path))?.matches(directory) ?? false
  }

  /// Whether `target` is moved to the archive of `tree`.
  private func isArchiving(_ target: ShellTargets.Target, of tree: TreeLocation) -> Bool {
    guard let destination = target.destination else { return false }
    let directory = discovery.absolutePath(destination)
    let place = TreeRoots.join((try? discovery.fileSystem.realPath(directory)) ?? directory, "x")
    return tree.root.isArchived(TreeRoots.relative(place, to: tree.repository))
  }

  /// Whether the pattern `name` may match the name of a tracking file; `*.o`, which costs nothing then, does not.
  private static func mayMatch(_ name: Substring) -> Bool {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return true }
    let end = name.utf8[dot...].dropFirst()
    return end.contains { ASCII.isOne($0, of: "*?[]") }
      || ["md", "json"].contains { end.map(ASCII.lowercased).elementsEqual($0.utf8) }
  }

  /// Whether a target at `path` covers the file at `file`; both begin in the repository root.
  private func covers(_ path: String, _ file: String, _ target: ShellTargets.Target) -> Bool {
    guard target.isPattern else { return path.isEmpty || PathText.rest(of: file, below: path) != nil }
    let patterns = target.isWholeTree ? [path, path + "/"] : [path]
    return patterns.contains { (try? PathPattern($0))?.matches(file) ?? false }
  }
}
