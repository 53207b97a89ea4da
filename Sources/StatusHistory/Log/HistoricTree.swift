import StatusModel

/// The tracking files of a revision, by their paths, and the numbers that its archives have directories for.
struct HistoricTree: Sendable {
  /// The files that claim something.
  private(set) var files: [String: HistoricFile] = [:]
  /// How many files there are in the archived directories of each task, by the tree.
  private var archived: [String: [Int: Int]] = [:]

  /// Whether the archive of the tree at `root` has the task: a directory of it, or a record.
  func isArchived(_ task: Int, in root: String) -> Bool {
    archived[root]?[task] ?? 0 > 0
      || archive(in: root)?.claims[.task(task)] != nil
  }

  /// What the archive's registry of a tree says.
  func archive(in root: String) -> HistoricFile? { files[HistoricPlace.archive(in: root)] }

  /// What TODO.md or state.json of a tree says.
  func file(_ kind: TrackedFile.Kind, in root: String) -> HistoricFile? {
    files[HistoricPlace.path(of: kind, in: root)]
  }

  /// Takes over that the file at `path` is `file` now.
  mutating func set(_ path: String, to file: HistoricFile?) { files[path] = file }

  /// Takes over that so many files more are in an archived directory.
  mutating func count(_ place: HistoricPlace, by count: Int) {
    guard place.isArchived, let task = place.task else { return }
    archived[place.root, default: [:]][task, default: 0] += count
  }
}
