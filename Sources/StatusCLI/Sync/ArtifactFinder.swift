import StatusEngine
import StatusFileSystem
import StatusModel
import StatusSync

/// Looks what lies at the paths of artifacts, as executors give them: from the repository's root, the tree's or the
/// task's directory, or from the root directory.
struct ArtifactFinder {
  private let repository: Directory
  private let boundary: String
  private let location: TreeLocation

  /// A finder in the repository of a tree.
  init(_ location: TreeLocation, in fileSystem: any FileSystem) throws(FileSystemError) {
    self.location = location
    repository = try Directory(opening: location.repository, in: fileSystem)
    boundary = try repository.realPath()
  }

  /// What exists at each of `paths`; `directories` are those of the task, from the repository root.
  func facts(_ paths: [String], directories: [String]) -> [String: ArtifactFact] {
    var facts: [String: ArtifactFact] = [:]
    for path in paths where facts[path] == nil {
      facts[path] = linkable(fact(path, directories), directories)
    }
    return facts
  }

  /// `fact`, if links to what was found, from the repository root and from the task's directories, can be written and
  /// are read as such.
  private func linkable(_ fact: ArtifactFact, _ directories: [String]) -> ArtifactFact {
    guard case .file(let path, _) = fact else { return fact }
    let links =
      [path] + directories.filter { path.hasPrefix("\($0)/") }.map { TreeRoots.relative(path, to: $0) }
    let isLinkable = FileName.isText(path) && links.allSatisfy(LinkText.namesOneFile)
    return isLinkable ? fact : .unlinkable(shown: FileName.display(path))
  }

  private func fact(_ path: String, _ directories: [String]) -> ArtifactFact {
    if path.hasPrefix("/") { return absolute(path) }
    var found: ArtifactFact?
    location.root.visitCandidates(for: path, directories: directories) { candidate in
      found = look(candidate)
      return found != nil
    }
    let leaves = RelativePath.normalized(path) == nil
    return found ?? (leaves ? .outside : .missing)
  }

  private func absolute(_ path: String) -> ArtifactFact {
    for start in [location.repository, boundary] where RealPath.lies(path, within: start) {
      let inside = TreeRoots.relative(path, to: start)
      if let normal = RelativePath.normalized(inside), !normal.isEmpty { return look(normal) ?? .missing }
    }
    return .outside
  }

  /// What exists at a path from the repository root; nil for nothing.
  private func look(_ path: String) -> ArtifactFact? {
    guard let status = (try? repository.status(path, followingLinks: true)) ?? nil else { return nil }
    guard let real = try? repository.realPath(path), RealPath.lies(real, within: boundary) else {
      return .outside
    }
    switch status.kind {
    case .regular: return .file(path: path, size: status.size)
    case .directory: return .directory
    default: return .special(status.kind.phrase)
    }
  }
}
