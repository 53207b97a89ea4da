import StatusCommit
import StatusConfiguration
import StatusEngine
import StatusFileSystem
import StatusModel
import StatusRules
import StatusText

/// The trees that a command works on, and how to read them.
struct TreeRequest {
  /// The trees, in the given order.
  let locations: [TreeLocation]
  /// Standard input, if it replaces a file.
  let input: [UInt8]?
  private var settings: Snapshot.Settings
  /// The configuration of each tree, by its directory.
  private var configurations: [String: Configuration] = [:]
  /// Bytes that replace those of files, by their paths from the repository root.
  private var replacements: [String: [UInt8]?] = [:]
  let surroundings: Surroundings
  private let console: Console

  /// Finds the trees that `paths` mean. With `replacesFirstPath`, standard input stands in for the file at the
  /// first path, which need not exist; `keepsBytes` is for who is going to edit; with `tasks`, only their
  /// directories are read. `commandLine` goes before the configurations of the trees.
  init(
    paths: [String], common: CommonOptions, commandLine: ConfigurationLayer, jobs: Int? = nil,
    replacesFirstPath: Bool = false, keepsBytes: Bool = false, tasks: Set<Int>? = nil,
    in surroundings: Surroundings
  ) throws(CommandError) {
    self.surroundings = surroundings
    console = Console(surroundings: surroundings, common: common)
    let discovery = TreeDiscovery(
      fileSystem: surroundings.fileSystem, workingDirectory: surroundings.workingDirectory)
    guard let now = Timestamp(secondsSince1970: surroundings.now()) else {
      throw CommandError.usage(
        "the current time is not between the years 1 and 9999", hint: "correct the clock or STATUSLINT_NOW")
    }
    var settings = Snapshot.Settings(now: now)
    settings.jobs = jobs
    settings.keepsBytes = keepsBytes
    settings.tasks = tasks
    self.settings = settings
    _ = try common.requestedProfile()
    var finder = ConfigurationFinder(common, surroundings)
    var inside: String?
    if replacesFirstPath, let path = paths.first {
      let (location, file) = try discovery.location(ofFile: path)
      inside = file
      locations = [location]
    } else if paths.isEmpty, let root = common.root {
      locations = try discovery.wholeTrees(root)
    } else if paths.isEmpty {
      locations = try finder.usualTrees(discovery)
    } else {
      locations = try discovery.locations(paths)
      if let root = common.root { try Self.require(locations, inTreesOf: root, discovery) }
    }
    for location in locations {
      configurations[location.directory] = try finder.configuration(of: location, under: commandLine)
    }
    for fault in Set(configurations.values.flatMap { $0.unreachableStatuses.map(\.text) }) {
      console.warn(fault, committed: [])
    }
    guard let inside, let location = locations.first else {
      input = nil
      return
    }
    do {
      let limit = Self.sizeLimit(configurations[location.directory])
      let bytes = try surroundings.standardInput.readAll(limit: limit)
      input = bytes
      replacements = [inside: bytes]
    } catch {
      throw CommandError.failure(error)
    }
  }

  /// The same request, with which the bytes of all files are kept.
  var keepingBytes: TreeRequest {
    var request = self
    request.settings.keepsBytes = true
    return request
  }

  /// Larger files of a tree are not read; in bytes.
  func sizeLimit(of location: TreeLocation) -> Int { Self.sizeLimit(configuration(of: location)) }

  private static func sizeLimit(_ configuration: Configuration?) -> Int {
    configuration?[.sizeLimit]?.number ?? DirectorySource.usualSizeLimit
  }

  /// The settings for the tree at `location`.
  func configuration(of location: TreeLocation) -> Configuration {
    configurations[location.directory] ?? Configuration(commandLine: ConfigurationLayer())
  }

  /// Reads a tree.
  func load(_ location: TreeLocation) throws(CommandError) -> Workspace {
    try load(location, selection: nil).workspace
  }

  /// Makes sure that every tree is one that --root means: of two different wishes neither is passed over.
  private static func require(
    _ locations: [TreeLocation], inTreesOf root: String, _ discovery: TreeDiscovery
  ) throws(CommandError) {
    let trees = try discovery.wholeTrees(root).map(\.directory)
    guard let other = locations.first(where: { !trees.contains($0.directory) }) else { return }
    throw .usage(
      "a path is in \(outside: other.directory), but --root is \(outside: root)",
      hint: "leave out --root, or give paths in that tree")
  }

  /// Reads a tree as it is on disk, even if standard input replaces one of its files.
  func loadFromDisk(_ location: TreeLocation) throws(CommandError) -> Workspace {
    var onDisk = self
    onDisk.replacements = [:]
    return try onDisk.load(location)
  }

  /// Reads a tree, which the rules of `selection` judge. It is read as one state: through a commit that was
  /// interrupted, and again when another came in between. With `isLocked`, the caller keeps others from writing.
  func load(
    _ location: TreeLocation, selection: RuleSelection?, isLocked: Bool = false
  ) throws(CommandError) -> Snapshot {
    if isLocked { return try load(location, replacements, selection) }
    var attemptsLeft = Self.attempts
    while true {
      attemptsLeft -= 1
      let session = ReadSession(root: location.rootPath(in: surroundings), in: surroundings.fileSystem)
      var replacements = replacements
      for (path, bytes) in session.overlay where replacements[location.root.path(path)] == nil {
        replacements[location.root.path(path)] = .some(bytes)
      }
      let tree = try load(location, replacements, selection)
      guard session.isStillTrue || attemptsLeft == 0 else { continue }
      console.notes(session.notes)
      return tree
    }
  }

  /// How often a tree that others keep changing is read, before the last reading is used.
  private static let attempts = 3

  private func load(
    _ location: TreeLocation, _ replacements: [String: [UInt8]?],
    _ selection: RuleSelection?
  ) throws(CommandError) -> Snapshot {
    let configuration = configuration(of: location)
    var settings = settings
    settings.selection = selection
    settings.profile = try CommonOptions.profile(named: configuration.profile)
    settings.changes = configuration.profileChanges
    settings.includesArchive = configuration.includesArchive
    do {
      let directory = try DirectorySource(
        location.repository, sizeLimit: sizeLimit(of: location), in: surroundings.fileSystem)
      var source: any TreeSource =
        replacements.isEmpty ? directory : OverlaySource(directory, replacements)
      let progress = ReadingProgress(console)
      defer { progress?.end() }
      if let progress { source = CountedSource(source) { progress.didRead() } }
      return try .read(location.root, from: source, settings)
    } catch {
      throw CommandError.failure(error)
    }
  }

  /// Refuses a tree with an interrupted commit, because a plan would be based on content that is not on disk.
  func refuseInterrupted(_ location: TreeLocation) throws(CommandError) {
    guard RecoverSession.hasJournal(location.directory, in: surroundings.fileSystem) else { return }
    let shown: Message = "\(outside: location.rootPath(in: surroundings).shown)"
    throw .failure(
      "a commit was interrupted in \(shown), and its files may be partly old and partly new",
      hint: "run `statuslint recover \(shown)` first")
  }
}
