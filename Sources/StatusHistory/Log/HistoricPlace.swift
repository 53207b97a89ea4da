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
      let parts = PathText.components(of: inside)
      isArchived = parts[0] == "archive" || parts[0] == "vault"
      let place = isArchived ? parts.firstIndex { ProjectDirectory.number(of: $0) != nil } : 0
      guard let place, place < parts.count - 1, let number = ProjectDirectory.number(of: parts[place]) else {
        return nil
      }
      task = number
      insideTask = PathText.rest(of: inside, below: parts[...place].reduce("", PathText.joined))
      let isPlan = parts.count > place + 2 && parts[place + 1] == "plans" && path.hasSuffix(".md")
      kind =
        isArchived
        ? nil : insideTask == SpecsRoot.stateName ? .projectState : isPlan ? TrackedFile.Kind.plan : nil
      return
    }
    (task, insideTask, isArchived) = (nil, nil, false)
  }

  /// The path of TODO.md or state.json of the tree at `root`.
  static func path(of kind: TrackedFile.Kind, in root: String) -> String {
    kind == .taskList ? SpecsRoot(path: root).taskList : SpecsRoot(path: root).registry
  }

  /// The path of the registry of the archive of the tree at `root`.
  static func archive(in root: String) -> String { SpecsRoot(path: root).archiveRegistry }
}
