import StatusConfiguration
import StatusEngine
import StatusFileSystem
import StatusModel

/// Where a history is looked for: around the trees that there are, or around the directory that is given.
struct HistoryPlace {
  /// The directory that the repository is around.
  let directory: String
  /// The directories of the trees, from the repository's; also those where they may have been earlier.
  let roots: [String]
  /// Why no tree was found among the files; nil if one was.
  let absence: CommandError?
  private let configuration: Configuration

  /// The trees that --root names, or those in or above the working directory.
  init(_ common: CommonOptions, in surroundings: Surroundings) throws(CommandError) {
    let discovery = TreeDiscovery(
      fileSystem: surroundings.fileSystem, workingDirectory: surroundings.workingDirectory)
    let start = common.root ?? "."
    var finder = ConfigurationFinder(common, surroundings)
    var found: [TreeLocation] = []
    var absence: CommandError?
    do throws(CommandError) {
      found = try discovery.wholeTrees(start)
    } catch {
      absence = error
    }
    self.absence = absence
    if let nearest = found.first {
      directory = nearest.repository
      configuration = try finder.configuration(of: nearest, under: common.commandLine)
    } else {
      directory = discovery.absolutePath(start)
      configuration = try finder.configuration(around: directory, under: common.commandLine)
    }
    let present = found.map(\.root.path)
    roots = present + SpecsRoot.usualPaths.filter { !present.contains($0) && !present.contains("") }
  }

  /// The standard of the first of the trees that are among `files`, as the configuration changes it.
  func detection(in files: any TreeSource) throws(CommandError) -> ProfileDetection {
    let detected = detected(in: files)
    if detected == nil, let absence { throw absence }
    let requested = try CommonOptions.profile(named: configuration.profile)
    let found =
      requested.map { ProfileDetection(requested: $0) } ?? detected ?? ProfileDetection(requested: .opencode)
    return configuration.profileChanges.map(found.changed) ?? found
  }

  private func detected(in files: any TreeSource) -> ProfileDetection? {
    for root in roots.lazy.map({ SpecsRoot(path: $0) }) {
      for path in [root.taskList, root.registry] {
        if case .bytes = files.read(path) { return try? Snapshot.detection(of: root, from: files) }
      }
    }
    return nil
  }
}
