import StatusClaims
import StatusDiagnostics
import StatusText

/// The trackers and files below one root.
struct BMADProject {
  let tree: PlanTree
  /// The trackers, in the order of their paths.
  let trackers: [BMADTracker]
  /// The paths of the Markdown files, by their names without ending.
  private let paths: [String: [String]]
  /// The directories in which trackers say that their stories are, by the paths of the trackers.
  private let shelves: [String: String]

  init(_ tree: PlanTree) {
    self.tree = tree
    let files = tree.files.sorted { $0.key < $1.key }
    trackers = files.compactMap { path, file in
      BMADTracker.isName(PathText.name(of: path)) ? BMADTracker(file, at: path) : nil
    }
    var paths: [String: [String]] = [:]
    for (path, _) in files where path.hasSuffix(".md") && !path.contains(text: "/planning-artifacts/") {
      paths[String(PathText.name(of: path).dropLast(3)), default: []].append(path)
    }
    self.paths = paths
    shelves = Dictionary(
      trackers.compactMap { tracker in Self.shelf(of: tracker, in: tree).map { (tracker.path, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The directory that a tracker names for its stories. The path may be absolute, on another machine, or
  /// begin with a placeholder: what counts is the end of it that is there.
  private static func shelf(of tracker: BMADTracker, in tree: PlanTree) -> String? {
    let parts = PathText.components(of: tracker.storyLocation).suffix(12)
    return parts.indices.lazy.map { parts[$0...].joined(separator: "/") }.first {
      !$0.isEmpty && tree.holdsDirectory($0)
    }
  }

  /// The tracker that `copy` is a copy of: one before it with the same project and half of its stories.
  func original(of copy: BMADTracker) -> BMADTracker? {
    trackers.first { other in
      if other.path >= copy.path || other.project != copy.project { return false }
      let shared = copy.stories.count { other.byKey[$0.key.text] != nil }
      return shared > 0 && shared * 2 >= copy.stories.count
    }
  }

  /// The trackers that are copies of `tracker`.
  func copies(of tracker: BMADTracker) -> [BMADTracker] {
    trackers.filter { original(of: $0)?.path == tracker.path }
  }

  /// The file called `name`, the one nearest to `tracker` first.
  func file(_ name: String, of tracker: BMADTracker) -> BMADFile? {
    let found = (paths[name] ?? []).filter { isNear($0, tracker) }
    let below = found.first { PathText.rest(of: $0, below: tracker.directory) != nil }
    return (below ?? found.first).flatMap { tree.files[$0] }.map { BMADFile($0) }
  }

  /// Whether there is a file called `name` where the stories of `tracker` are, even one that is not read.
  func holds(_ name: String, of tracker: BMADTracker) -> Bool {
    [tracker.directory, shelves[tracker.path]].compactMap(\.self).contains {
      tree.holds(PathText.joined($0, "\(name).md"))
    }
  }

  /// Whether the file at `path` can belong to `tracker`: both are in one output directory, or it is below the tracker or
  /// where that says that its stories are.
  private func isNear(_ path: String, _ tracker: BMADTracker) -> Bool {
    PathText.isBelow(path, tracker.directory)
      || shelves[tracker.path].map { PathText.isBelow(path, $0) } ?? false
      || path.hasPrefix("_bmad-output/") && tracker.directory.hasPrefix("_bmad-output")
  }

  /// The files of stories that no entry of a tracker is named after.
  func strangers(of tracker: BMADTracker) -> [BMADFile] {
    let keys = Set(trackers.flatMap { $0.byKey.keys })
    return paths.keys.filter { !keys.contains($0) && BMADKey(text: $0).number != nil }.sorted()
      .compactMap { file($0, of: tracker) }.filter(\.isStory)
  }

  /// Whether there is a file of a retrospective with this number.
  func hasRetrospective(_ number: String) -> Bool {
    paths.keys.contains { name in
      name.contains(text: "retro")
        && name.split { !$0.isNumber && !$0.isLetter }.contains { $0 == number[...] }
    }
  }

  /// The files with story headings of `tracker`.
  func plans(of tracker: BMADTracker) -> [PlanFile] {
    let home = PathText.first(of: tracker.directory)
    return tree.files.filter { path, _ in
      PathText.first(of: path) == home
        && (path.hasSuffix("/epics.md") || path.contains(text: "/epics/") && path.hasSuffix(".md"))
    }.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Files of stories that no tracker lists.
  func checkUntracked(into findings: inout ClaimFindings) {
    let numbers = Set(trackers.flatMap { $0.entries.compactMap(\.key.number) })
    var isReported: Set<String> = []
    for tracker in trackers where original(of: tracker) == nil {
      for file in strangers(of: tracker) {
        guard let number = file.key.number, !numbers.contains(number), !file.statuses.isEmpty,
          isReported.insert(file.file.source.path).inserted
        else { continue }
        findings.report(
          "untracked-task", .warning, file.key.text, .untracked(PathText.name(of: tracker.path)),
          at: file.file.start,
          claims: [Claim(tracker.location, "the stories are listed here")], missingFrom: [tracker.path])
      }
    }
  }
}

extension String {
  fileprivate static func untracked(_ name: String) -> String { "\(name) does not list this story" }
}
