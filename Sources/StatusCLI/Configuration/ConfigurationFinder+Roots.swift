import StatusConfiguration
import StatusEngine
import StatusText

extension ConfigurationFinder {
  /// The trees of a command to which no path was given: the configured ones, or else those around the working directory.
  mutating func usualTrees(_ discovery: TreeDiscovery) throws(CommandError) -> [TreeLocation] {
    let around: Result<[TreeLocation], CommandError>
    do throws(CommandError) {
      around = .success(try discovery.locations([]))
    } catch {
      around = .failure(error)
    }
    // Without a tree nearby, the configuration may know of others.
    let settings: Configuration
    if let nearest = try? around.get().first {
      settings = try configuration(of: nearest, under: ConfigurationLayer())
    } else {
      settings = try configuration(around: discovery.workingDirectory, under: ConfigurationLayer())
    }
    guard let roots = settings[.roots] else { return try around.get() }
    return try trees(roots, discovery)
  }

  private func trees(_ roots: Setting, _ discovery: TreeDiscovery) throws(CommandError) -> [TreeLocation] {
    var found: [TreeLocation] = []
    let shown = ShownPath(repository: "/", workingDirectory: discovery.workingDirectory)
    for root in roots.elements {
      guard let path = Configuration.path(root) else { continue }
      do throws(CommandError) {
        let trees = try discovery.wholeTrees(shown.unescaped(String(path.dropFirst())))
        found += trees.filter { tree in !found.contains { $0.directory == tree.directory } }
      } catch {
        throw CommandError(
          exitCode: error.exitCode, message: ConfigurationFault(root.origin, error.message).text,
          hint: error.hint)
      }
    }
    return found
  }
}
