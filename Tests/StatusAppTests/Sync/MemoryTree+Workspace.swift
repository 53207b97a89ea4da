import StatusModel
import StatusTestTrees

extension MemoryTree {
  /// What the tree says, with all its bytes, as a planner reads it; files that are `known` are not parsed again.
  func workspace(_ known: PlannedFiles = PlannedFiles()) -> Workspace {
    let directories = projectDirectories()
    let profile = profile ?? .opencode
    let tracked = files.sorted { $0.key < $1.key }.compactMap { path, bytes in
      known.file(path, bytes, directories.count) { trackedFile(path, directories, profile.vocabulary) }
    }
    return Workspace(
      root: SpecsRoot(path: "specs"), detection: ProfileDetection(requested: profile), files: tracked,
      directories: directories, archive: Archive(registry: nil, directories: [], exists: false), now: now)
  }
}
