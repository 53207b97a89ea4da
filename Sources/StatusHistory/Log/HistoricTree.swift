import StatusModel

/// The tracking files of a revision, by their paths, and the numbers that its archives have directories for.
struct HistoricTree: Sendable {
  /// The files that claim something.
  private(set) var files: [String: HistoricFile] = [:]
  /// TODO.md and the registries among them. There are few, and to make their paths takes longer than to look through them.
  private var lists: [(root: String, kind: TrackedFile.Kind, file: HistoricFile)] = []
  /// The paths of the plans and project states of each task, by the tree.
  private var members: [String: [Int: Set<String>]] = [:]
  /// How many files there are in the archived directories of each task, by the tree.
  private var archived: [String: [Int: Int]] = [:]

  /// Whether the archive of the tree at `root` has the task: a directory of it, or a record.
  func isArchived(_ task: Int, in root: String) -> Bool {
    archived[root]?[task] ?? 0 > 0
      || archive(in: root)?.claims[.task(task)] != nil
  }

  /// What the archive's registry of a tree says.
  func archive(in root: String) -> HistoricFile? { file(.archiveRegistry, in: root) }

  /// What TODO.md or a registry of a tree says.
  func file(_ kind: TrackedFile.Kind, in root: String) -> HistoricFile? {
    lists.first { $0.kind == kind && $0.root == root }?.file
  }

  /// The paths of a task's plans and project states, sorted.
  func paths(of task: Int, in root: String) -> [String] { members[root]?[task]?.sorted() ?? [] }

  /// Takes over that the file at `path`, which is `place`, is `file` now.
  mutating func set(_ path: String, _ place: HistoricPlace, to file: HistoricFile?) {
    files[path] = file
    guard let task = place.task else {
      guard let kind = place.kind else { return }
      lists.removeAll { $0.kind == kind && $0.root == place.root }
      if let file { lists.append((place.root, kind, file)) }
      return
    }
    if file == nil {
      members[place.root]?[task]?.remove(path)
    } else {
      members[place.root, default: [:]][task, default: []].insert(path)
    }
  }

  /// Takes over that so many files more are in an archived directory.
  mutating func count(_ place: HistoricPlace, by count: Int) {
    guard place.isArchived, let task = place.task else { return }
    archived[place.root, default: [:]][task, default: 0] += count
  }
}
