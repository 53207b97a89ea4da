import StatusFileSystem
import StatusModel
import StatusRules
import StatusText

/// What one thread needs to read, parse and look at project directories: all of it its own, since counting references
/// to what threads share costs more than a copy.
struct FileWorker {
  private let projects: ProjectFileReader
  private let inspector: FileInspector?
  /// What a rule may ask while a single file is looked at: all but the other files.
  private let workspace: Workspace
  private let keepsBytes: Bool

  init(
    _ loader: TreeLoader, _ detection: ProfileDetection, directories: [ProjectDirectory],
    inspector: (Profile) -> FileInspector?
  ) {
    let own = detection.copied()
    projects = ProjectFileReader(source: loader.source.forThread(), vocabulary: own.profile.vocabulary)
    self.inspector = inspector(own.profile)
    keepsBytes = loader.settings.keepsBytes
    workspace = Workspace(
      root: loader.root, detection: own, files: [], directories: directories.map { $0 },
      archive: Archive(registry: nil, directories: [], exists: false, hasVault: false),
      now: loader.settings.now)
  }

  /// The files of a directory, which is number `index` of the workspace, and what was found in them.
  func files(of index: Int) -> [InspectedFile] {
    projects.files(of: workspace.directories[index], index: index).map {
      InspectedFile($0, inspector, workspace, keepsBytes: keepsBytes)
    }
  }

  /// The plan at `path` of the task whose directory is number `index` of the workspace.
  func plan(at path: String, of index: Int) -> InspectedFile? {
    projects.plan(at: path, of: workspace.directories[index], index: index).map {
      InspectedFile($0, inspector, workspace, keepsBytes: keepsBytes)
    }
  }

  /// A file as it would be with other bytes, and what is found in it.
  func revised(_ file: TrackedFile, _ bytes: [UInt8]) -> InspectedFile {
    let isNested =
      file.kind == .plan && workspace.directories[file.directory].isNested(file.path)
    let revised = TrackedFile(
      kind: file.kind, directory: file.directory, source: SourceText(path: file.path, bytes: bytes),
      vocabulary: workspace.profile.vocabulary, isNested: isNested)
    guard CheckEngine.isInspectedEarly(file.kind) else { return InspectedFile(revised) }
    return InspectedFile(revised, inspector, workspace, keepsBytes: keepsBytes)
  }
}
