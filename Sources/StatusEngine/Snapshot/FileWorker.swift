import StatusFileSystem
import StatusModel
import StatusRules
import StatusText

/// What one thread needs to read, parse and look at project directories: all of it its own, since counting references
/// to what threads share costs more than a copy.
struct FileWorker {
  private let projects: ProjectFileReader
  private let rules: RulesInForce
  private let context: FileContext
  private let keepsBytes: Bool

  init(_ loader: TreeLoader, _ rules: RulesInForce, directories: [ProjectDirectory]) {
    let own = rules.profile.copied()
    projects = ProjectFileReader(source: loader.source.forThread(), vocabulary: own.vocabulary)
    self.rules = rules
    // Without rules, what is wrong in a plan is not known yet.
    keepsBytes = loader.settings.keepsBytes || loader.settings.selection == nil
    context = FileContext(profile: own, directories: directories.map { $0 }, now: loader.settings.now)
  }

  /// The files of a directory, which is number `index` of the context, and what was found in them.
  func files(of index: Int) -> [InspectedFile] {
    projects.files(of: context.directories[index], index: index).map {
      InspectedFile($0, rules, context, keepsBytes: keepsBytes)
    }
  }

  /// The plan at `path` of the task whose directory is number `index` of the context.
  func plan(at path: String, of index: Int) -> InspectedFile? {
    projects.plan(at: path, of: context.directories[index], index: index).map {
      InspectedFile($0, rules, context, keepsBytes: keepsBytes)
    }
  }

  /// A new project state of the directory with that number, and what is found in it.
  func projectState(at path: String, of index: Int, _ bytes: [UInt8]) -> InspectedFile {
    let file = TrackedFile(
      kind: .projectState, directory: index, source: SourceText(path: path, bytes: bytes),
      vocabulary: context.profile.vocabulary)
    return InspectedFile(file, rules, context, keepsBytes: keepsBytes)
  }

  /// A file as it would be with other bytes, and what is found in it.
  func revised(_ file: TrackedFile, _ bytes: [UInt8]) -> InspectedFile {
    let isNested =
      file.kind == .plan && context.directories[file.directory].isNested(file.path)
    let revised = TrackedFile(
      kind: file.kind, directory: file.directory, source: SourceText(path: file.path, bytes: bytes),
      vocabulary: context.profile.vocabulary, isNested: isNested)
    guard CheckEngine.isInspectedEarly(file.kind) else { return InspectedFile(revised) }
    return InspectedFile(revised, rules, context, keepsBytes: keepsBytes)
  }
}
