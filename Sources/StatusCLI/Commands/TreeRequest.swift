import StatusCommit
import StatusConfiguration
import StatusEngine
import StatusFileSystem
import StatusFormats
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
  /// Where readings are kept between the passes of a check that goes on.
  var watched: WatchedTrees?
  /// The configuration of each tree, by its directory.
  private var configurations: [String: Configuration] = [:]
  /// The formats that the configuration declares, where the trees were looked for.
  private let ownFormats: [any PlanFormat]
  /// Bytes that replace those of files, by their paths from the repository root.
  private var replacements: [String: [UInt8]?] = [:]
  let surroundings: Surroundings
  private let console: Console

  /// Finds the trees that `paths` mean. With `replacesFirstPath`, standard input stands in for the file at the
  /// first path, which need not exist; `keepsBytes` is for a caller that edits, `keepsPlans` for one that compares; with
  /// `tasks`, only their directories are read. `commandLine` goes before the configurations of the trees. Trees of other formats are found
  /// where `formats` asks for them.
  init(
    paths: [String], common: CommonOptions, commandLine: ConfigurationLayer, formats: FormatChoice = .own,
    jobs: Int? = nil,
    replacesFirstPath: Bool = false, keepsBytes: Bool = false, keepsPlans: Bool = false,
    tasks: Set<Int>? = nil, in surroundings: Surroundings
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
    settings.readsInOrder = keepsBytes
    settings.keepsPlans = keepsPlans
    settings.tasks = tasks
    self.settings = settings
    _ = try common.requestedProfile()
    var finder = ConfigurationFinder(common, surroundings)
    var inside: String?
    var ownFormats: [any PlanFormat] = []
    if replacesFirstPath, let path = paths.first {
      (locations, inside, ownFormats) = try Self.locations(ofFile: path, formats, discovery, &finder)
    } else if paths.isEmpty, let root = common.root {
      locations = try discovery.wholeTrees(root)
    } else {
      (locations, ownFormats) = try Self.locations(paths, common, formats, discovery, &finder)
    }
    self.ownFormats = ownFormats
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

  /// The same request with other bytes in some files, by their paths from the repository root; nil for a file that is gone.
  func replacing(_ files: [String: [UInt8]?]) -> TreeRequest {
    var request = self
    request.replacements.merge(files) { $1 }
    return request
  }

  /// The same request, with which the bytes of all files are kept, though nothing is written.
  var keepingBytes: TreeRequest {
    var request = self
    request.settings.keepsBytes = true
    return request
  }

  /// The same request of trees that are going to be looked at with `edit`, if there is one.
  func expecting(_ edit: ExpectedEdit?) -> TreeRequest {
    var request = self
    request.settings.expectedEdit = edit
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

  /// The format of a tree; nil for our own.
  func format(of location: TreeLocation) -> (any PlanFormat)? {
    location.format.flatMap { name in PlanFormats.named(name) ?? ownFormats.first { $0.name == name } }
  }

  /// Reads a tree.
  func load(_ location: TreeLocation) throws(CommandError) -> Workspace {
    try load(location, selection: nil).workspace
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
    try settled(location, isLocked: isLocked) { replacements throws(CommandError) in
      try load(location, replacements, selection)
    }
  }

  /// Reads a root of another format, which the rules of `selection` judge, in the same way. What `earlier` has read of it, and
  /// nothing replaces, is not read again.
  func load(
    _ format: any PlanFormat, at location: TreeLocation, selection: RuleSelection, isLocked: Bool,
    after earlier: PlanSnapshot? = nil
  ) throws(CommandError) -> PlanSnapshot {
    let plain = PlanSnapshot.Settings(
      now: settings.now.secondsSince1970, jobs: settings.jobs, selection: selection)
    return try settled(location, isLocked: isLocked) { replacements throws(CommandError) in
      do throws(FileSystemError) {
        let source = try source(of: location, replacements)
        let snapshot = try PlanSnapshot.read(format, at: location.root.path, from: source, plain) { path in
          replacements[path] == nil ? earlier?.file(at: path) : nil
        }
        watched?.note(snapshot.paths, of: location)
        return snapshot
      } catch {
        throw CommandError.failure(error)
      }
    }
  }

  private func settled<Tree>(
    _ location: TreeLocation, isLocked: Bool, _ load: ([String: [UInt8]?]) throws(CommandError) -> Tree
  ) throws(CommandError) -> Tree {
    if isLocked { return try load(replacements) }
    var attemptsLeft = Self.attempts
    while true {
      attemptsLeft -= 1
      let session = ReadSession(root: location.rootPath(in: surroundings), in: surroundings.fileSystem)
      var replacements = replacements
      for (path, bytes) in session.overlay where replacements[location.root.path(path)] == nil {
        replacements[location.root.path(path)] = .some(bytes)
      }
      let tree = try load(replacements)
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
      var source = try source(of: location, replacements)
      let progress = ReadingProgress(console)
      defer { progress?.end() }
      if let progress { source = CountedSource(source) { progress.didRead() } }
      if let watched {
        return try watched.read(
          location, from: source, settings, configuration, isProvisional: !replacements.isEmpty)
      }
      return try .read(location.root, from: source, settings)
    } catch {
      throw CommandError.failure(error)
    }
  }

  private func source(
    of location: TreeLocation, _ replacements: [String: [UInt8]?]
  ) throws(FileSystemError) -> any TreeSource {
    let directory = try DirectorySource(
      location.repository, sizeLimit: sizeLimit(of: location), in: surroundings.fileSystem)
    let source: any TreeSource = replacements.isEmpty ? directory : OverlaySource(directory, replacements)
    return watched?.watching(source, of: location) ?? source
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
