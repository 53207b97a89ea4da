import StatusConfiguration
import StatusDiagnostics
import StatusEngine
import StatusFileSystem
import StatusFormats
import StatusReport
import StatusRules
import StatusText

/// Finds and reads the configuration of trees: the file that --config names, or the nearest one above a tree, up to the
/// directory of its repository. Each file is read once.
struct ConfigurationFinder {
  /// The names of the file.
  static let names = ["statuslint.json", ".statuslint.json"]

  private let given: String?
  private let surroundings: Surroundings
  private let discovery: TreeDiscovery
  /// What was found in each directory, or in the given file: a few, for which a list is faster than a table.
  private var known: [(place: String, found: ConfigurationReader?)] = []

  init(_ common: CommonOptions, _ surroundings: Surroundings) {
    given = common.config
    self.surroundings = surroundings
    discovery = TreeDiscovery(
      fileSystem: surroundings.fileSystem, workingDirectory: surroundings.workingDirectory)
  }

  /// The configuration of the tree at `location`, with what the command line says over it.
  mutating func configuration(of location: TreeLocation, under commandLine: ConfigurationLayer)
    throws(CommandError) -> Configuration
  {
    let top = location.repository
    if location.root.path.isEmpty || Self.isDeclared(location.format) {
      return try checked(try nearest(from: location.directory, to: top), commandLine)
    }
    let bottom = TreeRoots.parent(of: location.directory) ?? top
    let found = try nearest(from: bottom, to: top)
    if given == nil { try refuseFile(in: location.directory, of: top) }
    return try checked(found, commandLine)
  }

  /// Whether a configuration declares the format of that name: then its roots may hold the configuration.
  private static func isDeclared(_ format: String?) -> Bool {
    format.map { name in !PlanFormats.all.contains { $0.name == name } } ?? false
  }

  /// Refuses a configuration in a tree itself, which would not be used although it was written. The command that reads the
  /// tree reports one that it may not look into.
  private func refuseFile(in tree: String, of repository: String) throws(CommandError) {
    let files = ConfigurationFiles(repository: repository, surroundings)
    for name in Self.names where surroundings.fileSystem.holds(TreeRoots.join(tree, name)) {
      let place = TreeRoots.join(TreeRoots.parent(of: tree) ?? repository, name)
      throw .usage(
        "\(outside: files.shown(TreeRoots.join(tree, name))) is in a tree, where no configuration is looked for",
        hint: "move it to \(outside: files.shown(place)), or name it with --config")
    }
  }

  /// The configuration for the directory at `path`, which need not be in a tree.
  mutating func configuration(around path: String, under commandLine: ConfigurationLayer) throws(CommandError)
    -> Configuration
  {
    // Without a repository, what is above the directory may belong to others.
    let top = discovery.gitRepository(of: path) ?? path
    return try checked(try nearest(from: path, to: top), commandLine)
  }

  private func checked(_ reader: ConfigurationReader?, _ commandLine: ConfigurationLayer) throws(CommandError)
    -> Configuration
  {
    let configuration = Configuration(
      files: reader?.layers ?? [], paths: reader?.paths ?? [], commandLine: commandLine)
    if let error = CommandError(configuration.profileFaults + configuration.formatFaults) { throw error }
    return configuration
  }

  /// The directory that `path` is or lies in; nil if nothing is there, or if it cannot be looked into: the command that reads
  /// it says so.
  func directory(of path: String) -> String? {
    let given = discovery.absolutePath(path)
    guard let place = try? surroundings.fileSystem.realPath(given),
      let kind = try? surroundings.fileSystem.status(place, at: nil, followingLinks: true).kind
    else { return nil }
    let directory = kind == .directory ? place : TreeRoots.parent(of: place)
    return directory.flatMap { directory in
      let inside = try? surroundings.fileSystem.status("\(directory)/.", at: nil, followingLinks: true)
      return inside == nil ? nil : directory
    }
  }

  private mutating func nearest(from bottom: String, to top: String) throws(CommandError)
    -> ConfigurationReader?
  {
    if let given { return try read(given: given) }
    var directory = bottom
    while true {
      if let found = try found(in: directory, repository: top) { return found }
      guard directory != top, let parent = TreeRoots.parent(of: directory) else { return nil }
      directory = parent
    }
  }

  /// What the file in a directory says; nil if there is none.
  private mutating func found(in directory: String, repository: String) throws(CommandError)
    -> ConfigurationReader?
  {
    if let known = known.first(where: { $0.place == directory }) { return known.found }
    var present: [String] = []
    for name in Self.names where try exists(TreeRoots.join(directory, name)) { present.append(name) }
    if present.count > 1 {
      let files = ConfigurationFiles(repository: repository, surroundings)
      let shown = present.map { "\(outside: files.shown(TreeRoots.join(directory, $0)))" as Message }
      throw .usage(
        "there are two configurations: \(shown.joined(separator: " and "))", hint: "remove one of them")
    }
    guard let name = present.first else {
      known.append((directory, nil))
      return nil
    }
    let found = try read(TreeRoots.join(directory, name), within: repository)
    known.append((directory, found))
    return found
  }

  private func exists(_ path: String) throws(CommandError) -> Bool {
    do {
      _ = try surroundings.fileSystem.status(path, at: nil, followingLinks: false)
      return true
    } catch {
      if error == .noSuchFile || error == .notDirectory { return false }
      throw .failure(FileSystemError(path: path, operation: .examine, reason: .system(error)))
    }
  }

  // MARK: Reading

  private mutating func read(given path: String) throws(CommandError) -> ConfigurationReader {
    let absolute = discovery.absolutePath(path)
    if let known = known.first(where: { $0.place == absolute })?.found { return known }
    let directory = TreeRoots.parent(of: absolute) ?? "/"
    let real = (try? surroundings.fileSystem.realPath(directory)) ?? directory
    let found = try read(absolute, within: discovery.gitRepository(of: real) ?? real, isGiven: true)
    known.append((absolute, found))
    return found
  }

  /// The settings of the file at `path` and of those that it extends, which must be in `repository`. A file that the
  /// user has given may be anywhere.
  private func read(_ path: String, within repository: String, isGiven: Bool = false) throws(CommandError)
    -> ConfigurationReader
  {
    let files = ConfigurationFiles(repository: repository, surroundings)
    let first: ConfigurationFile
    do {
      first = try files.open(path, within: isGiven ? "/" : repository)
    } catch {
      throw files.error(error)
    }
    var failure: CommandError?
    let reader = ConfigurationReader(first, ConfigurationKeys(.current)) {
      path, file throws(ConfigurationFault) in
      do throws(FileSystemError) {
        return try files.open(TreeRoots.join(file.directory, path), within: repository)
      } catch {
        let problem = files.error(error)
        if problem.exitCode == .failure { failure = failure ?? problem }
        throw ConfigurationFault(.standard, problem.message, help: problem.hint)
      }
    }
    if let failure { throw failure }
    if let error = CommandError(reader.faults) { throw error }
    return reader
  }
}

extension ConfigurationNames {
  /// The names that this program knows.
  static var current: ConfigurationNames {
    ConfigurationNames(
      rules: RuleCatalogue.descriptors.flatMap { [$0.name] + $0.aliases },
      families: RuleFamily.allCases.map(\.rawValue), profiles: CompletedNames.profiles,
      formats: ReportArgument.formats)
  }
}

extension CommandError {
  /// The mistakes in a configuration; nil if there are none.
  init?(_ faults: [ConfigurationFault]) {
    let errors = faults.map { CommandError.usage($0.text, hint: $0.help) }
    guard let first = errors.first else { return nil }
    self = first.with(errors.dropFirst())
  }
}
