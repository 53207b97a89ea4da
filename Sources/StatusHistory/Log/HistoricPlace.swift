import StatusModel
import StatusText

/// What a path of an earlier revision is in a specs tree.
struct HistoricPlace: Sendable {
  /// The tree's directory.
  let root: String
  /// The path in the tree.
  let inside: String
  /// What the file is for; nil for one that is only looked at for its directory.
  let kind: TrackedFile.Kind?
  /// The number of the task in whose directory it is.
  let task: Int?
  /// The path in the task's directory.
  let insideTask: String?
  /// Whether the directory is in the archive or a vault.
  let isArchived: Bool

  /// The place of `path` in one of the trees at `roots`; nil for a path that says nothing about tasks.
  init?(_ path: String, roots: [String]) {
    var found: (root: String, inside: String)?
    for root in roots where found == nil {
      found = PathText.rest(of: path, below: root).map { (root, $0) }
    }
    guard let (root, inside) = found else { return nil }
    self.root = root
    self.inside = inside
    switch inside {
    case SpecsRoot.taskListName: kind = .taskList
    case SpecsRoot.stateName: kind = .registry
    case SpecsRoot.archiveRegistryName: kind = .archiveRegistry
    default:
      isArchived = ["archive", "vault"].contains { PathText.isBelow(inside, $0) }
      guard let (directory, number) = Self.project(above: inside, isArchived),
        let rest = PathText.rest(of: inside, below: directory)
      else { return nil }
      task = number
      insideTask = rest
      if isArchived {
        kind = nil
      } else if rest == SpecsRoot.stateName {
        kind = .projectState
      } else {
        kind = PathText.isBelow(rest, "plans") && path.hasSuffix(".md") ? TrackedFile.Kind.plan : nil
      }
      return
    }
    (task, insideTask, isArchived) = (nil, nil, false)
  }

  /// The directory of a task that `path` is in, which is the first one unless it is archived; nil if none is.
  private static func project(above path: String, _ isArchived: Bool) -> (directory: String, task: Int)? {
    var start = path.utf8.startIndex
    while let end = path.utf8[start...].firstIndex(of: UInt8(ascii: "/")) {
      if let task = ProjectDirectory.number(of: String(path[start..<end])) {
        return (String(path[..<end]), task)
      }
      if !isArchived { return nil }
      start = path.utf8.index(after: end)
    }
    return nil
  }
}
