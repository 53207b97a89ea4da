import StatusFileSystem
import StatusText

/// Finds the files of a transaction, and refuses those that must not be changed.
struct TargetResolver {
  private let root: SpecsDirectory
  /// The directories to create, relative to the root, parents first.
  private(set) var missingDirectories: [String] = []
  private var seen: [String: String] = [:]
  private var fileSystem: any FileSystem { root.fileSystem }

  /// A resolver of paths from `root`.
  init(_ root: SpecsDirectory) { self.root = root }

  /// The target of `change`; nil if it already has its new bytes.
  mutating func target(_ change: FileChange) throws(CommitError) -> Target? {
    guard JournalPath.isValid(change.path) else {
      throw refusal(change, "it is not the path of a file in \(outside: root.path)")
    }
    let path = try resolve(change)
    if let other = seen.updateValue(change.path, forKey: path) {
      throw refusal(change, "it is the same file as \(outside: root.displayPath(other))")
    }
    let found = try find(path)
    switch (found, change.old) {
    case (.other(let kind), _): throw refusal(change, "it is \(kind.phrase)")
    case (.file(let bytes, let status), let old?):
      guard bytes.isSame(as: old) else { throw .conflict(root.displayPath(change.path)) }
      if change.new.isSame(as: old) { return nil }
      guard status.linkCount == 1 else {
        throw refusal(change, "it has \(status.linkCount) names (hard links), and only one would be changed")
      }
      return Target(path: path, givenPath: change.path, old: old, new: change.new, status: status)
    case (.missing, nil):
      try noteMissingDirectories(path)
      return Target(path: path, givenPath: change.path, old: nil, new: change.new, status: nil)
    case (.file, nil), (.missing, _?): throw .conflict(root.displayPath(change.path))
    }
  }

  private func find(_ path: String) throws(CommitError) -> FoundFile {
    do throws(Errno) {
      return try root.parent(of: path).find(PathText.name(of: path), in: fileSystem)
    } catch .noSuchFile {
      return .missing
    } catch { throw root.failure(error, "cannot read", path) }
  }

  /// The path without links. Nearly every path has none.
  private func resolve(_ change: FileChange) throws(CommitError) -> String {
    var path = change.path
    var rest = ""
    // From the file up to an existing directory. Only new files have missing directories.
    while true {
      switch try look(path) {
      case .plain: return path + rest
      case .link: return try realPath(path, change) + rest
      case .missing:
        let directory = PathText.parent(of: path)
        if directory.isEmpty { return path + rest }
        rest = "/" + PathText.name(of: path) + rest
        path = directory
      }
    }
  }

  /// What a path leads to: something without a link, something through a link, or nothing.
  private enum Look { case plain, link, missing }

  private func look(_ path: String) throws(CommitError) -> Look {
    do throws(Errno) {
      let parent = try root.parent(of: path)
      let name = PathText.name(of: path)
      let status = try fileSystem.status(name, at: parent.descriptor, followingLinks: false)
      return status.kind == .symbolicLink ? .link : .plain
    } catch .noSuchFile {
      return .missing
    } catch  where error == .notDirectory || error == .tooManyLinks {
      return .link
    } catch { throw root.failure(error, "cannot examine", path) }
  }

  /// The path, relative to the root, after links are resolved. A missing part at the end keeps its names.
  private func realPath(_ path: String, _ change: FileChange) throws(CommitError) -> String {
    let boundary: String
    do { boundary = try fileSystem.realPath(root.openedPath) } catch {
      throw root.failure(error, "cannot resolve", "")
    }
    var path = path
    var rest = ""
    while true {
      let whole = PathText.joined(boundary, path)
      let resolved: String
      do {
        resolved = try fileSystem.realPath(whole)
      } catch {
        let isLink = (try? fileSystem.status(whole, at: nil, followingLinks: false)) != nil
        if isLink { throw refusal(change, "a symbolic link in its path is broken") }
        guard error == .noSuchFile, !path.isEmpty else { throw root.failure(error, "cannot resolve", path) }
        rest = "/" + PathText.name(of: path) + rest
        path = PathText.parent(of: path)
        continue
      }
      return try inside(resolved + rest, boundary, change)
    }
  }

  /// The part of a resolved path below the root.
  private func inside(
    _ resolved: String, _ boundary: String, _ change: FileChange
  ) throws(CommitError) -> String {
    let prefix = boundary == "/" ? boundary : boundary + "/"
    guard resolved.hasPrefix(prefix) else {
      throw refusal(
        change, "it points to \(outside: resolved), outside \(outside: root.path)")
    }
    return String(resolved.dropFirst(prefix.count))
  }

  private mutating func noteMissingDirectories(_ path: String) throws(CommitError) {
    var missing: [String] = []
    var directory = PathText.parent(of: path)
    while !directory.isEmpty, !missingDirectories.contains(directory), case .missing = try look(directory) {
      missing.append(directory)
      directory = PathText.parent(of: directory)
    }
    missingDirectories += missing.reversed()
  }

  private func refusal(_ change: FileChange, _ reason: Message) -> CommitError {
    let path = root.displayPath(change.path)
    return CommitError(
      .refused, path, "cannot change \(outside: path): \(reason)",
      hint: "replace it with a regular file of this tree, or edit it yourself")
  }
}

extension CommitError {
  /// `path` does not have the content that the change was planned with.
  static func conflict(_ path: String) -> CommitError {
    CommitError(
      .conflict, path,
      "\(outside: path) was changed by another program in the meantime; nothing was written",
      hint: "run the command again")
  }
}
