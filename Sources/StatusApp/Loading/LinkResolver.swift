import StatusFileSystem
import StatusModel

/// Looks what lies at the ends of a tree's links, without opening anything.
struct LinkResolver {
  let repository: Directory
  let boundary: String
  let root: SpecsRoot

  /// The links with their targets, in the order in which they were given.
  func resolve(_ written: [Workspace.WrittenLinks], of workspace: Workspace, jobs: Int?) -> [ArtifactLink] {
    let files = workspace.files
    let resolved = Parallel.map(count: written.count, jobs: jobs) { index -> [ArtifactLink] in
      let group = written[index]
      var known: [String: ArtifactLink.Target] = [:]
      var plainDirectories: [String: Bool] = [:]
      return group.links.map { link in
        let target = known[link.path] ?? target(of: link.path, group.directories, &plainDirectories)
        known[link.path] = target
        return ArtifactLink(
          file: files[group.file].path, range: link.range, text: link.path, task: group.task, target: target)
      }
    }
    return resolved.flatMap { $0 }
  }

  private func target(
    of link: String, _ directories: [String], _ plainDirectories: inout [String: Bool]
  ) -> ArtifactLink.Target {
    if Self.isAbsolute(link) { return .absolute }
    let candidates = root.candidates(for: link, directories: directories)
    if candidates.isEmpty { return .outside }
    for candidate in candidates {
      guard let status = (try? repository.status(candidate, followingLinks: false)) ?? nil else { continue }
      if status.kind != .symbolicLink && isPlain(directoryOf: candidate, &plainDirectories) {
        return status.kind == .regular
          ? .file(path: candidate, size: status.size) : .directory(path: candidate)
      }
      return targetBehindLinks(candidate)
    }
    return .missing
  }

  /// Begins at the root directory, in a home directory, or on a drive.
  private static func isAbsolute(_ link: String) -> Bool {
    let bytes = link.utf8
    if bytes.first == UInt8(ascii: "/") || bytes.first == UInt8(ascii: "~") { return true }
    return bytes.count > 2 && bytes.dropFirst().first == UInt8(ascii: ":")
      && (bytes.dropFirst(2).first == UInt8(ascii: "\\") || bytes.dropFirst(2).first == UInt8(ascii: "/"))
  }

  /// Whether no directory on the way to `path` is a link; remembers each directory of a task.
  private func isPlain(directoryOf path: String, _ known: inout [String: Bool]) -> Bool {
    guard let slash = path.lastIndex(of: "/") else { return true }
    let directory = String(path[..<slash])
    if directory == root.path { return true }
    if let answer = known[directory] { return answer }
    let status = (try? repository.status(directory, followingLinks: false)) ?? nil
    let answer = status?.kind == .directory && isPlain(directoryOf: directory, &known)
    known[directory] = answer
    return answer
  }

  private func targetBehindLinks(_ path: String) -> ArtifactLink.Target {
    guard let resolved = try? repository.realPath(path) else { return .missing }
    guard RealPath.lies(resolved, within: boundary) else { return .outside }
    guard let status = (try? repository.status(path, followingLinks: true)) ?? nil else { return .missing }
    return status.kind == .regular ? .file(path: path, size: status.size) : .directory(path: path)
  }
}
