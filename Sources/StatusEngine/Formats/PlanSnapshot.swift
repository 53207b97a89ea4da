import StatusClaims
import StatusFileSystem
import StatusFormats
import StatusModel
import StatusRules
import StatusRuntime
import StatusText

/// A root of another format, read: its directories, and its files as far as the format reads them.
package struct PlanSnapshot: Sendable {
  /// What it takes to read a root.
  package struct Settings: Sendable {
    /// The present, in seconds since 1970, UTC.
    package var now: Int
    /// The number of threads; nil for one a processor.
    package var jobs: Int?
    /// The rules that judge the root.
    package var selection: RuleSelection

    /// Settings of a reading.
    package init(now: Int, jobs: Int? = nil, selection: RuleSelection = .standard) {
      self.now = now
      self.jobs = jobs
      self.selection = selection
    }
  }

  /// The format.
  package let format: any PlanFormat
  /// The files and directories.
  package let tree: PlanTree
  /// Why files could not be read, by their paths from the repository root.
  package let failures: [String: String]
  let settings: Settings
  private let wanted: [(path: String, reading: PlanFile.Reading)]

  /// So many files of a root are read at most.
  private static let fileLimit = 100_000
  private static let depthLimit = 32

  /// Reads the root of `format` at `root` from `source`, but for the files that are `known` by their paths from the
  /// repository root.
  package static func read(
    _ format: any PlanFormat, at root: String, from source: any TreeSource, _ settings: Settings,
    known: @Sendable (_ path: String) -> PlanFile? = { _ in nil }
  ) throws(FileSystemError) -> PlanSnapshot {
    let listing = Listing(format, root, source, settings)
    let outcomes = Parallel.map(
      count: listing.wanted.count, jobs: settings.jobs, context: { source.forThread() }
    ) {
      source, index -> (file: PlanFile?, failure: String?) in
      let (path, reading) = listing.wanted[index]
      if let file = known(path) { return (file, nil) }
      return switch source.read(path) {
      case .bytes(let bytes): (PlanFile(SourceText(path: path, bytes: bytes), reading), nil)
      case .absent: (nil, nil)
      case .failed(let reason): (nil, reason)
      }
    }
    if let error = source.exhaustion { throw error }
    var files: [String: PlanFile] = [:]
    var failures: [String: String] = [:]
    for (wanted, outcome) in zip(listing.wanted, outcomes) {
      files[Self.inside(wanted.path, root)] = outcome.file
      failures[wanted.path] = outcome.failure
    }
    return PlanSnapshot(
      format: format, tree: tree(root, listing.names, files, settings), failures: failures,
      settings: settings, wanted: listing.wanted)
  }

  /// The same root as `source` has it.
  package func read(from source: any TreeSource) throws(FileSystemError) -> PlanSnapshot {
    try .read(format, at: tree.root, from: source, settings)
  }

  private static func tree(
    _ root: String, _ names: [String: [PlanEntry]], _ files: [String: PlanFile], _ settings: Settings
  ) -> PlanTree {
    let selection = settings.selection
    return PlanTree(
      root: root, now: settings.now, names: names, files: files, isAsked: { selection.asksFor($0) },
      forEach: { Parallel.forEach(count: $0, jobs: settings.jobs, serialBelow: 8, body: $1) })
  }

  /// A path from the repository root as the tree knows it: from its root, or whole if it lies outside.
  private static func inside(_ path: String, _ root: String) -> String {
    PathText.rest(of: path, below: root) ?? PlanTree.outside(path)
  }

  /// The snapshot with `bytes` in some of its files, by their paths from the repository root.
  func updating(_ bytes: [String: [UInt8]]) -> PlanSnapshot {
    var files = tree.files
    let readings = Dictionary(
      wanted.map { ($0.path, $0.reading) }, uniquingKeysWith: { first, _ in first })
    for (path, bytes) in bytes {
      guard let reading = readings[path] else { continue }
      files[Self.inside(path, tree.root)] = PlanFile(SourceText(path: path, bytes: bytes), reading)
    }
    return PlanSnapshot(
      format: format, tree: tree.with(files), failures: failures, settings: settings, wanted: wanted)
  }

  /// The snapshot with `contents` in some of its files, by their paths from the repository root; nil if a file comes or goes,
  /// since the directories have to be listed again then.
  package func replacing(_ contents: [String: [UInt8]?]) -> PlanSnapshot? {
    var bytes: [String: [UInt8]] = [:]
    for (path, content) in contents {
      guard let content, file(at: path) != nil else { return nil }
      bytes[path] = content
    }
    return updating(bytes)
  }

  /// What `format` reads outside of its root at `root` in `source`: files and directories.
  package static func surroundings(
    of root: String, _ format: any PlanFormat, in source: any TreeSource
  ) -> [String] {
    let outside = format.surroundings(of: root, in: SourceFiles(source))
    return outside.files.map(\.path) + outside.directories
  }

  /// The paths of the files that were looked at, from the repository root.
  package var paths: [String] { wanted.map(\.path) }

  /// The file at `path`, from the repository root.
  package func file(at path: String) -> PlanFile? { tree.files[Self.inside(path, tree.root)] }

  /// The names below a root, and the files that are to be read.
  private struct Listing {
    private(set) var names: [String: [PlanEntry]] = [:]
    private(set) var wanted: [(path: String, reading: PlanFile.Reading)] = []

    init(_ format: any PlanFormat, _ root: String, _ source: any TreeSource, _ settings: Settings) {
      var level = [""]
      for _ in 0...depthLimit where wanted.count < fileLimit {
        let directories = level
        let listed = Parallel.map(
          count: directories.count, jobs: settings.jobs, context: { SourceFiles(source.forThread()) }
        ) { files, index in
          files.entries(of: PathText.joined(root, directories[index])).sorted { $0.name < $1.name }
        }
        level = []
        for (directory, entries) in zip(directories, listed) {
          names[directory] = entries
          for entry in entries {
            let path = PathText.joined(directory, entry.name)
            if entry.isDirectory {
              if format.descends(into: path) { level.append(path) }
            } else if let reading = format.reading(of: path, isAsked: settings.selection.asksFor) {
              wanted.append((PathText.joined(root, path), reading))
            }
          }
        }
      }
      let files = SourceFiles(source)
      let outside = format.surroundings(of: root, in: files)
      wanted += outside.files
      for directory in outside.directories {
        names[PlanTree.outside(directory)] = files.entries(of: directory).sorted { $0.name < $1.name }
      }
    }
  }
}
