import StatusFileSystem
import StatusModel
import StatusRules

/// What one thread needs to read, parse and look at project directories: all of it its own, since counting references
/// to what threads share costs more than a copy.
struct FileWorker {
  private let projects: ProjectFileReader
  private let inspector: FileInspector?
  /// What a rule may ask while a single file is looked at: all but the other files.
  private let workspace: Workspace

  init(
    _ loader: TreeLoader, _ detection: ProfileDetection, directories: [ProjectDirectory],
    inspector: (Profile) -> FileInspector?
  ) {
    let own = detection.copied()
    let reader = loader.ownReader()
    projects = ProjectFileReader(
      reader: reader, repository: reader.repository, vocabulary: own.profile.vocabulary)
    self.inspector = inspector(own.profile)
    workspace = Workspace(
      root: loader.location.root, detection: own, files: [], directories: directories.map { $0 },
      archive: Archive(registry: nil, directories: [], exists: false, hasVault: false),
      now: loader.options.now)
  }

  /// The files of a directory, which is number `index` of the workspace, and what was found in them.
  func files(of index: Int) -> [InspectedFile] {
    projects.files(of: workspace.directories[index], index: index).map {
      InspectedFile($0, inspector, workspace)
    }
  }

  /// What is found in an archived plan that is in force after all: an open task links to it.
  func findings(inForce file: TrackedFile) -> [InspectedFile] {
    projects.files(of: workspace.directories[file.directory], index: file.directory)
      .filter { $0.path == file.path }
      .map { InspectedFile($0, inspector, workspace, isInForce: true) }
  }
}
