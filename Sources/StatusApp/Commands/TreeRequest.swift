import StatusFileSystem
import StatusModel
import StatusRules
import StatusText

/// The trees that a command was asked about, and how to read them.
struct TreeRequest {
  /// The trees, in the order in which they were asked for.
  let locations: [TreeLocation]
  private let options: TreeLoader.Options
  private let fileSystem: any FileSystem

  /// Finds the trees that `paths` mean. With `replacesFirstPath`, standard input stands in for the file at the
  /// first path, which need not exist.
  init(
    paths: [String], common: CommonOptions, archive: Bool, jobs: Int?, sizeLimit: Int,
    replacesFirstPath: Bool = false,
    in surroundings: Surroundings
  ) throws(CommandError) {
    fileSystem = surroundings.fileSystem
    let discovery = TreeDiscovery(fileSystem: fileSystem, workingDirectory: surroundings.workingDirectory)
    guard let now = Timestamp(secondsSince1970: surroundings.now()) else {
      throw CommandError.usage(
        "the present is outside the years 1 to 9999", hint: "set the clock, or STATUSLINT_NOW")
    }
    var options = TreeLoader.Options(now: now)
    options.profile = try common.requestedProfile()
    options.includesArchive = archive
    options.jobs = jobs
    options.sizeLimit = sizeLimit
    if replacesFirstPath, let path = paths.first {
      let (location, inside) = try discovery.location(ofFile: path)
      let bytes: [UInt8]
      do {
        bytes = try surroundings.standardInput.readAll(limit: sizeLimit)
      } catch {
        throw CommandError.failure(error.message, hint: error.hint)
      }
      options.replacement = (inside, bytes)
      locations = [location]
    } else if paths.isEmpty, let root = common.root {
      locations = try discovery.wholeTrees(root)
    } else {
      locations = try discovery.locations(paths)
    }
    self.options = options
  }

  /// Reads a tree.
  func load(_ location: TreeLocation) throws(CommandError) -> Workspace {
    try load(location) { _ in nil }.workspace
  }

  /// Reads a tree, and has it looked at on the way.
  func load(_ location: TreeLocation, inspector: @escaping @Sendable (Profile) -> FileInspector?)
    throws(CommandError)
    -> LoadedTree
  {
    do {
      return try TreeLoader(location, options: options, fileSystem: fileSystem).load(inspector: inspector)
    } catch {
      throw CommandError.failure(DisplayText.escaped(error.message), hint: error.hint)
    }
  }
}
