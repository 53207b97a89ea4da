import StatusModel
import StatusText

/// The directories of tasks that are not told by their names, and the plans that lie elsewhere.
struct OtherDirectories {
  /// All directories: those that were known, then the others.
  private(set) var all: [ProjectDirectory]
  /// The indices of those whose files are read.
  private var read: [Int] = []
  /// The plans that are read by themselves, with the index of the directory of their task.
  private var plans: [(path: String, directory: Int)] = []

  private let knownCount: Int

  /// None beside `known` directories.
  init(beside known: [ProjectDirectory]) {
    all = known
    knownCount = known.count
  }

  /// Whether there are none beside those that were known.
  var isEmpty: Bool { all.count == knownCount && read.isEmpty && plans.isEmpty }

  /// Adds a directory.
  mutating func add(_ directory: ProjectDirectory, isJudged: Bool) {
    if isJudged { read.append(all.count) }
    all.append(directory)
  }

  /// Adds a plan. The directory around its plans/ is its task's; of one that is archived or not read, nothing else is
  /// read. A plan elsewhere may lie among those of other tasks: it goes with the directory that its task has, or would
  /// have by its `name`.
  mutating func add(_ plan: LinkedPlans.Found, name: String, in root: SpecsRoot) {
    if let path = ProjectDirectory.aroundPlans(plan.path), path != root.path {
      let isArchived = root.isArchived(path)
      let known = all.firstIndex { $0.path == path }
      if isArchived || known.map({ !read.contains($0) }) ?? false {
        plans.append((plan.path, known ?? all.count))
      }
      if known == nil {
        add(
          ProjectDirectory(ofTask: plan.task, path: path, isArchived: isArchived, isBehindLink: true),
          isJudged: !isArchived)
      }
      return
    }
    if let own = all.firstIndex(where: { $0.number == plan.task && !$0.isArchived }) {
      return plans.append((plan.path, own))
    }
    plans.append((plan.path, all.count))
    let bytes = name.utf8.prefix(100).map { ASCII.isAlphanumeric($0) ? $0 : UInt8(ascii: "_") }
    let slug = bytes.isEmpty ? "task" : String(decoding: bytes, as: UTF8.self)
    let path = root.path(ProjectDirectory.standardName(plan.task, slug: slug))
    all.append(ProjectDirectory(ofTask: plan.task, path: path, isArchived: false, isBehindLink: true))
  }

  /// The files, as `worker`, which knows all directories, reads them.
  func files(_ worker: @autoclosure () -> FileWorker) -> [InspectedFile] {
    if read.isEmpty, plans.isEmpty { return [] }
    let worker = worker()
    return read.flatMap(worker.files) + plans.compactMap { worker.plan(at: $0.path, of: $0.directory) }
  }
}
