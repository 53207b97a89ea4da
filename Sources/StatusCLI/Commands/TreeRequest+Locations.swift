import StatusEngine
import StatusFormats
import StatusText

/// Where the trees are that a command works on.
extension TreeRequest {
  /// The trees that the file at `path` belongs to, which need not exist, its path from the repository root, and the
  /// formats that are declared there.
  static func locations(
    ofFile path: String, _ formats: FormatChoice, _ discovery: TreeDiscovery,
    _ finder: inout ConfigurationFinder
  ) throws(CommandError) -> ([TreeLocation], String, [any PlanFormat]) {
    let declared = formats == .own ? [] : try finder.ownFormats(aroundFile: path, discovery)
    let known = formats == .own ? [] : PlanFormats.all + declared
    let found = PlanLocations(discovery, known, only: formats.only).locations(ofFile: path)
    guard let first = found.first else {
      let (location, file) = try discovery.location(ofFile: path)
      return ([location], file, [])
    }
    let locations = found.map { location, inside in
      var location = location
      location.shown = [inside]
      return location
    }
    return (locations, first.inside, declared)
  }

  /// The trees of our own format that `paths` mean, and those of other formats.
  static func locations(
    _ paths: [String], _ common: CommonOptions, _ formats: FormatChoice, _ discovery: TreeDiscovery,
    _ finder: inout ConfigurationFinder
  ) throws(CommandError) -> (trees: [TreeLocation], formats: [any PlanFormat]) {
    func own(_ paths: [String]) throws(CommandError) -> [TreeLocation] {
      if paths.isEmpty { return try finder.usualTrees(discovery) }
      let locations = try discovery.locations(paths)
      if let root = common.root { try require(locations, inTreesOf: root, discovery) }
      return locations
    }
    guard common.root == nil, formats != .own else { return (try own(paths), []) }
    var declared = try finder.ownFormats(around: paths.isEmpty ? ["."] : paths)
    let search = PlanLocations(discovery, PlanFormats.all + declared, only: formats.only)
    var found: [TreeLocation] = []
    var missing: CommandError?
    for given in paths.isEmpty ? [[]] : paths.map({ [$0] }) {
      var (others, configured) = search.search(given.first ?? ".")
      let nested = try finder.ownFormats(around: configured).filter { format in
        !declared.contains { $0.name == format.name }
      }
      if !nested.isEmpty {
        declared += nested
        let search = PlanLocations(discovery, nested, only: formats.only)
        others += configured.flatMap(search.locations)
      }
      try formats.require(among: PlanFormats.all + declared)
      if formats.only == nil {
        do throws(CommandError) {
          found += try own(given)
        } catch {
          if others.isEmpty { throw error }
        }
      } else if others.isEmpty, missing == nil {
        missing = .noRoot(of: formats.only ?? "", at: given.first)
      }
      found += others
    }
    if let missing { throw missing }
    return (TreeLocation.merged(found), declared)
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
}

extension CommandError {
  fileprivate static func noRoot(of format: String, at path: String?) -> CommandError {
    let place: Message = path.map { "\(outside: $0)" } ?? "the working directory"
    return .usage(
      "nothing of the format \"\(format)\" was found in \(place)",
      hint: "give the directory of a project that uses it, or leave out --only-format")
  }
}
