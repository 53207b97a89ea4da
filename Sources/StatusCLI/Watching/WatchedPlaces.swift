import StatusConfiguration
import StatusEngine
import StatusFileSystem
import StatusModel

/// Where a check finds its trees and its settings: places that are watched although no tree lists them.
struct WatchedPlaces {
  private let command: CheckCommand
  private let watcher: DirectoryWatcher
  private let discovery: TreeDiscovery
  private let surroundings: Surroundings

  init(_ command: CheckCommand, _ watcher: DirectoryWatcher, _ surroundings: Surroundings) {
    self.command = command
    self.watcher = watcher
    self.surroundings = surroundings
    discovery = TreeDiscovery(
      fileSystem: surroundings.fileSystem, workingDirectory: surroundings.workingDirectory)
  }

  /// Watches where trees may be found. What is not there may come.
  func watchStart() {
    let paths = command.paths.isEmpty ? [command.common.root ?? "."] : command.paths
    for path in paths.map(discovery.absolutePath) {
      for place in [path] + SpecsRoot.usualPaths.map({ TreeRoots.join(path, $0) }) {
        watcher.watch(place, from: TreeRoots.parent(of: path) ?? "/")
      }
    }
    for path in [command.common.config, command.baselineFlags.path] { _ = path.map(watch(file:)) }
  }

  /// Watches where the settings of `request` come from, and where others may appear. Whether a place was not watched yet:
  /// what was there may have changed unseen.
  func watch(_ request: TreeRequest) -> Bool {
    var isNew = false
    for location in request.locations {
      if watcher.watch(location.directory, from: location.repository) { isNew = true }
      for path in request.configuration(of: location).paths where watch(file: path) { isNew = true }
    }
    if let path = try? request.baseline(), watch(file: path) { isNew = true }
    return isNew
  }

  private func watch(file path: String) -> Bool {
    let directory = TreeRoots.parent(of: discovery.absolutePath(path)) ?? "/"
    return watcher.watch(directory, from: directory)
  }
}
