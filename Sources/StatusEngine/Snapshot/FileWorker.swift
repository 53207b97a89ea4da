import StatusFileSystem
import StatusModel
import StatusRules
import StatusText

/// Reads the files of project directories on one thread, parses them, and has the rules look at them. All that it needs
/// is its own, since counting references to what threads share costs more than a copy. A class, since it is handed on for
/// each directory.
final class FileWorker {
  private let source: any TreeSource
  private let rules: RulesInForce
  private let context: FileContext
  private let keepsBytes: Bool
  /// What need not be read.
  private let known: KnownFiles?

  /// Plans lie at most this many directories below plans/.
  private static let depthLimit = 4

  init(
    _ loader: TreeLoader, _ rules: RulesInForce, directories: [ProjectDirectory], known: KnownFiles? = nil
  ) {
    self.known = known?.judged(by: rules.profile)
    source = loader.source.forThread()
    self.rules = rules
    // Without rules, what is wrong in a plan is not known yet.
    let settings = loader.settings
    keepsBytes = settings.keepsBytes || settings.keepsPlans || settings.selection == nil
    context = FileContext(
      profile: rules.profile.copied(), directories: directories.map { $0 }, now: loader.settings.now)
  }

  /// The files of a directory, which is number `index` of the context, sorted by path, and what was found in them.
  func files(of index: Int) -> [InspectedFile] {
    let directory = context.directories[index]
    let state = file(.projectState, at: directory.statePath, index)
    return plans(in: directory.plansPath, index, depth: 0) + [state].compactMap { $0 }
  }

  /// The plan at `path`, in or outside of the task's directory, which is number `index` of the context; nil where there
  /// is none.
  func plan(at path: String, of index: Int) -> InspectedFile? {
    file(.plan, at: path, index, isNested: context.directories[index].isNested(path))
  }

  private func file(_ kind: TrackedFile.Kind, at path: String, _ index: Int, isNested: Bool = false)
    -> InspectedFile?
  {
    if let known = known?.file(at: path, kind, of: context.directories[index], index) { return known }
    return source.file(kind, at: path, directory: index, vocabulary: vocabulary, isNested: isNested)
      .map(inspected)
  }

  /// A file as it would be with other bytes, and what is found in it.
  func revised(_ file: TrackedFile, _ bytes: [UInt8]) -> InspectedFile {
    let isNested =
      file.kind == .plan && context.directories[file.directory].isNested(file.path)
    let revised = TrackedFile(
      kind: file.kind, directory: file.directory, source: SourceText(path: file.path, bytes: bytes),
      vocabulary: vocabulary, isNested: isNested)
    return inspected(revised)
  }

  private var vocabulary: StatusVocabulary { context.profile.vocabulary }

  /// A file with what the rules find in it. Unless `keepsBytes`, the bytes of a plan in which nothing is found are let
  /// go: the memory is hot, and the next plan can have it.
  private func inspected(_ file: TrackedFile) -> InspectedFile {
    // Which plans are current is known when all files are: what is found in others matters less then.
    let findings = rules.inspect(file, in: context)
    let isKept = keepsBytes || !findings.isEmpty || !file.suppressions.isEmpty || file.kind != .plan
    return InspectedFile(file: isKept ? file : file.withoutBytes(), findings: findings)
  }

  private func plans(in path: String, _ index: Int, depth: Int) -> [InspectedFile] {
    let entries: [DirectoryEntry]
    do {
      entries = try list(path)
    } catch {
      if error.isNotFound { return [] }
      return [unreadable(path, index, error.reasonText.plain)]
    }
    return entries.sorted { $0.name < $1.name }.flatMap { entry -> [InspectedFile] in
      let inside = PathText.joined(path, entry.name)
      if entry.kind == .directory {
        if PlanFileName(path: inside).isStandard {
          return [unreadable(inside, index, "it is a directory")]
        }
        return depth < Self.depthLimit ? plans(in: inside, index, depth: depth + 1) : []
      }
      guard entry.name.hasSuffix(".md") else { return [] }
      return [file(.plan, at: inside, index, isNested: depth > 0)].compactMap { $0 }
    }
  }

  private func unreadable(_ path: String, _ index: Int, _ reason: String) -> InspectedFile {
    inspected(TrackedFile(kind: .plan, directory: index, path: path, failure: reason))
  }

  private func list(_ path: String) throws(FileSystemError) -> [DirectoryEntry] {
    do {
      return try source.list(path)
    } catch {
      guard case .wrongKind(.symbolicLink) = error.reason else { throw error }
    }
    return try source.listFollowing(path)
  }
}
