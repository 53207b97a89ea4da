import StatusModel

/// The links of a snapshot, where some of its files have changed: only the links in these are looked up again.
struct KnownLinks {
  private let links: [ArtifactLink]
  /// The tasks that there were.
  private let tasks: [Int]
  /// The files that have changed, with their new sizes in bytes.
  private let changed: [String: Int]

  /// What is known of the links of `workspace` when the files `changed`.
  init(_ workspace: Workspace, changed: [TrackedFile]) {
    links = workspace.links
    tasks = workspace.tasks.map(\.number)
    self.changed = Dictionary(
      changed.map { ($0.path, $0.byteCount) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether a tree in which the files have changed still has the same tasks: links are looked up in the directories of
  /// their tasks.
  func hold(for workspace: Workspace) -> Bool { workspace.tasks.lazy.map(\.number).elementsEqual(tasks) }

  /// Whether the links in the file at `path` have to be looked up again.
  func isOutdated(_ path: String) -> Bool { changed[path] != nil }

  /// All links in the order of their files, with those that were looked up again.
  func joined(with fresh: [ArtifactLink]) -> [ArtifactLink] {
    var joined: [ArtifactLink] = []
    joined.reserveCapacity(links.count + fresh.count)
    var rest = fresh[...]
    for link in links where !isOutdated(link.file) {
      while let next = rest.first, next.file < link.file { joined.append(rest.removeFirst()) }
      joined.append(resized(link))
    }
    return joined + rest
  }

  /// A link, with the new size of the file that it leads to.
  private func resized(_ link: ArtifactLink) -> ArtifactLink {
    guard case .file(let path, let size) = link.target, let new = changed[path], new != size else {
      return link
    }
    return ArtifactLink(
      file: link.file, range: link.range, text: link.text, task: link.task,
      target: .file(path: path, size: new))
  }
}
