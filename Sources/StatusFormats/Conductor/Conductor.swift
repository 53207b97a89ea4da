import StatusClaims
import StatusText

/// Conductor: tracks with a plan each, and a list of them in `conductor/tracks.md`.
struct Conductor: PlanFormat {
  let name = "conductor"
  let title = "Conductor"
  let marks = ["conductor"]
  var rules: Set<String> {
    [
      "byte-order-mark", "duplicate-id", "duplicate-json-key", "future-timestamp", "invalid-json",
      "invalid-timestamp",
      "missing-artifact", "name-mismatch", "nonstandard-marker", "rollup-mismatch", "stale-directory-state",
      "status-mismatch", "timestamp-order", "unchecked-work", "unclosed-block", "unknown-marker",
      "unknown-reference",
      "unreadable-file",
      "untracked-task",
    ]
  }

  /// The list of tracks.
  static let registry = "tracks.md"
  /// What a track has; a directory without any of these is not a track.
  static let files = ["plan.md", "spec.md", "metadata.json", "index.md"]

  /// How tasks of a plan are written.
  static let dialect: CheckboxDialect = {
    var dialect = CheckboxDialect(ids: .dotted)
    dialect.marks = [UInt8(ascii: "~"): .active]
    dialect.hasParentsByID = false
    return dialect
  }()

  /// The statuses in `metadata.json`.
  static let statuses: Vocabulary = {
    var statuses = Vocabulary([
      .init("new", .open), .init("in_progress", .active), .init("completed", .done),
      .init("cancelled", .closed),
    ])
    statuses.spellings = ["complete": "completed", "canceled": "cancelled", "inprogress": "in_progress"]
    statuses.synonyms = [
      "done": "completed", "finished": "completed", "open": "new", "pending": "new", "todo": "new",
      "active": "in_progress", "started": "in_progress", "wip": "in_progress",
    ]
    return statuses
  }()

  func roots(in directory: String, of files: some PlanFiles) -> [String] {
    if PlanFormats.isExample(directory) { return [] }
    let root = PathText.joined(directory, "conductor")
    return files.files(in: root).contains(Self.registry) ? [root] : []
  }

  /// Tracks lie in directories of `tracks/` and `archive/`, and some people have more such shelves.
  func descends(into path: String) -> Bool {
    let names = PathText.components(of: path)
    return names.count <= 2 && !names.contains { $0.hasPrefix(".") }
  }

  func reading(of path: String, isAsked: (String) -> Bool) -> PlanFile.Reading? {
    if path == Self.registry { return .markdown }
    guard PathText.components(of: path).count == 3 else { return nil }
    return switch PathText.name(of: path) {
    case "plan.md": .tasks(Self.dialect)
    case "metadata.json": .json
    default: nil
    }
  }

  func check(_ tree: PlanTree, into findings: inout ClaimFindings) {
    ConductorProject(tree)?.check(into: &findings)
  }
}
