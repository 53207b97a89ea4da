import StatusConfiguration
import StatusEngine
import StatusFileSystem
import StatusText

/// The trees of a check that goes on: what was read of each last, and what has happened to it since.
final class WatchedTrees {
  /// A tree as it was read.
  private struct Known {
    let snapshot: Snapshot
    let configuration: Configuration
    let repository: String
    /// What has happened since.
    var changes = TreeChanges()
  }

  /// Watches the directories of the trees.
  let watcher: DirectoryWatcher
  /// The tracking files that have changed since they were checked last, from the root directory.
  private(set) var changedFiles: Set<String> = []
  /// The files that were written, as far as is known, by someone who has not closed them yet, from the root directory.
  var unfinishedFiles: Set<String> = []
  private var known: [String: Known] = [:]
  /// The files of roots of other formats, which are read anew each time, from the root directory; by format and root.
  private var others: [String: Set<String>] = [:]

  /// Findings depend on the present, though not on the minute: older trees are read anew, in seconds.
  private static let longest = 3600

  /// No trees yet.
  init() throws(FileSystemError) { watcher = try DirectoryWatcher() }

  /// Takes in what has happened.
  func update() throws(FileSystemError) {
    let events = try watcher.events()
    unfinishedFiles = unfinishedFiles.subtracting(events.finished).union(events.unfinished)
    if events.areIncomplete { known = [:] }
    for event in events.places {
      if others.values.contains(where: { $0.contains(event.path) }) { changedFiles.insert(event.path) }
      for (directory, tree) in known {
        if RealPath.lies(tree.repository, within: event.path) { known[directory] = nil }
        guard RealPath.lies(event.path, within: tree.repository) else { continue }
        let path = TreeRoots.relative(event.path, to: tree.repository)
        known[directory]?.changes.insert(path, isDirectory: event.isDirectory)
        if tree.snapshot.workspace.file(at: path) != nil { changedFiles.insert(event.path) }
      }
    }
  }

  /// Forgets which files have changed, since they have been reported.
  func settle() { changedFiles = [] }

  /// Notes which files a reading of another format has looked at. Those that were not there before have changed.
  func note(_ paths: [String], of location: TreeLocation) {
    let files = Set(paths.map { TreeRoots.join(location.repository, $0) })
    let key = "\(location.format ?? "") \(location.directory)"
    guard let former = others.updateValue(files, forKey: key) else { return }
    changedFiles.formUnion(files.subtracting(former))
  }

  /// The files of `source`, which are watched before they are looked at.
  func watching(_ source: any TreeSource, of location: TreeLocation) -> any TreeSource {
    WatchedSource(source, of: location.repository, by: watcher)
  }

  /// Reads the tree at `location` from `source`, but only what has changed, if it was read before with the same
  /// settings. With `isProvisional`, some files are not as they are on disk: that reading is not taken up later.
  func read(
    _ location: TreeLocation, from source: any TreeSource, _ settings: Snapshot.Settings,
    _ configuration: Configuration, isProvisional: Bool
  ) throws(FileSystemError) -> Snapshot {
    try update()
    let former = known.removeValue(forKey: location.directory)
    let snapshot: Snapshot
    if let former, !isProvisional, former.configuration == configuration,
      former.repository == location.repository, isRecent(former.snapshot, settings)
    {
      snapshot = try former.snapshot.rereading(former.changes, from: source)
      for file in snapshot.workspace.files
      where former.changes.include(file.path) && former.snapshot.workspace.file(at: file.path) == nil {
        changedFiles.insert(TreeRoots.join(location.repository, file.path))
      }
    } else {
      snapshot = try .read(location.root, from: source, settings)
    }
    try watcher.requireAll()
    if !isProvisional {
      known[location.directory] = Known(
        snapshot: snapshot, configuration: configuration, repository: location.repository)
    }
    return snapshot
  }

  private func isRecent(_ snapshot: Snapshot, _ settings: Snapshot.Settings) -> Bool {
    let age = settings.now.secondsSince1970 - snapshot.workspace.now.secondsSince1970
    return (0..<Self.longest).contains(age)
  }
}
