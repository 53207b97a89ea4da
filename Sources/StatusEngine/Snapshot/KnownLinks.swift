import StatusModel
import StatusText

/// The links of a snapshot, where some of its files have changed: only the links that are new in these are looked up again.
struct KnownLinks {
  /// The links of one task in one file, as they are written and as they were found.
  private struct Group {
    let written: [WrittenLink]
    let found: ArraySlice<ArtifactLink>
  }

  private let links: [ArtifactLink]
  /// Those of each task in the files that have changed, by the paths of these.
  private let former: [String: [Int: Group]]
  /// The tasks that there were.
  private let tasks: [Int]
  private let changed: ChangedFiles

  /// What is known of the links of `workspace`, or of `only` some of its tasks, when the files `changed`.
  init(_ workspace: Workspace, only: Set<Int>?, changed: [TrackedFile]) {
    links = workspace.links
    tasks = workspace.tasks.map(\.number)
    let changed = ChangedFiles(changed)
    self.changed = changed
    var former: [String: [Int: Group]] = [:]
    var rest = workspace.links.filter { changed.size(of: $0.file) != nil }[...]
    for group in workspace.writtenLinks(only: only) {
      let path = workspace.files[group.file].path
      guard changed.size(of: path) != nil else { continue }
      let found = rest.prefix(group.links.count)
      rest = rest.dropFirst(group.links.count)
      if let task = group.task {
        former[path, default: [:]][task] = Group(written: group.links, found: found)
      }
    }
    self.former = former
  }

  /// Whether a tree in which the files have changed still has the same tasks: links are looked up in the directories of
  /// their tasks.
  func hold(for workspace: Workspace) -> Bool { workspace.tasks.lazy.map(\.number).elementsEqual(tasks) }

  /// Whether the file at `path` has changed.
  func isOutdated(_ path: String) -> Bool { changed.size(of: path) != nil }

  /// The links that are `written` in files of `workspace` that have changed: those of a task that are the same as before,
  /// and the others as `look` finds them.
  func links(
    _ written: [Workspace.WrittenLinks], of workspace: Workspace,
    else look: ([Workspace.WrittenLinks]) -> [ArtifactLink]
  ) -> [ArtifactLink] {
    let known = written.map { answer(to: $0, in: workspace.files[$0.file].path) }
    var fresh = look(zip(written, known).filter { $1 == nil }.map(\.0))[...]
    return zip(written, known).flatMap { group, known in
      if let known { return known }
      defer { fresh = fresh.dropFirst(group.links.count) }
      return Array(fresh.prefix(group.links.count))
    }
  }

  /// The links of `group`, at their new places; nil if they are not the same as before.
  private func answer(to group: Workspace.WrittenLinks, in path: String) -> [ArtifactLink]? {
    guard let task = group.task, let former = former[path]?[task],
      former.written.elementsEqual(group.links, by: { $0.isSame(as: $1) })
    else { return nil }
    return zip(former.found, group.links).map { found, link in resized(found, at: link.range) }
  }

  /// All links in the order of their files, with those that were looked up again.
  func joined(with fresh: [ArtifactLink]) -> [ArtifactLink] {
    var joined: [ArtifactLink] = []
    joined.reserveCapacity(links.count + fresh.count)
    var rest = fresh[...]
    for link in links where !isOutdated(link.file) {
      while let next = rest.first, next.file < link.file { joined.append(rest.removeFirst()) }
      joined.append(resized(link, at: link.range))
    }
    return joined + rest
  }

  /// A link at `range`, with the new size of the file that it leads to.
  private func resized(_ link: ArtifactLink, at range: ByteRange) -> ArtifactLink {
    var target = link.target
    if case .file(let path, _) = target, let new = changed.size(of: path) {
      target = .file(path: path, size: new)
    }
    if target == link.target, range == link.range { return link }
    return ArtifactLink(
      file: link.file, range: range, text: link.text, task: link.task, target: target,
      suggestion: link.suggestion)
  }
}

/// The files that have changed. Few have, and nearly every link is to another file, so the lengths of their paths are looked
/// at first.
private struct ChangedFiles {
  /// Their new sizes in bytes, by their paths.
  private let sizes: [String: Int]
  private let lengths: Set<Int>

  init(_ files: [TrackedFile]) {
    sizes = Dictionary(files.map { ($0.path, $0.byteCount) }, uniquingKeysWith: { first, _ in first })
    lengths = Set(files.map(\.path.utf8.count))
  }

  /// The new size of the file at `path`, in bytes; nil if it has not changed.
  func size(of path: String) -> Int? { lengths.contains(path.utf8.count) ? sizes[path] : nil }
}
