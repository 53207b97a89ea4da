import StatusText

/// One specs tree, as all its files tell it: what rules ask and what reports show.
package struct Workspace: Sendable {
  /// Where the tree is.
  package let root: SpecsRoot
  /// The standard it is judged by, and why.
  package let detection: ProfileDetection
  /// Every file that was read, sorted by path.
  package let files: [TrackedFile]
  /// What is recorded as history.
  package let archive: Archive
  /// What is known of the tree beside its files.
  package let context: FileContext
  /// The tasks that TODO.md or the registry has: in TODO.md's order, then in the registry's. All of them, or those
  /// alone that were asked for.
  package let tasks: [TrackedTask]
  /// The indices, in `files`, of the plans that are their task's current one.
  package let currentPlans: Set<Int>
  /// The paths that tasks give for their artifacts, with what is there; in the order of the files.
  package var links: [ArtifactLink] = []
  /// The directories, from the repository root, that hold a task's files and whose number is too large to be a task's.
  package var misnumbered: [String] = []
  /// The Markdown files in plans/, reports/ and summaries/ of the active tasks, from the repository root; only where a
  /// rule needs them.
  package var storedFiles: [String] = []
  /// When tasks and phases have got their statuses; only where git was asked.
  package var arrivals = StatusArrivals()
  private let taskIndex: [Int: Int]
  private let taskListFile: Int?
  private let registryFile: Int?

  /// The profile it is judged by.
  package var profile: Profile { context.profile }
  /// Every project directory, sorted by path; archived ones too.
  package var directories: [ProjectDirectory] { context.directories }
  /// The present, to which dates are compared.
  package var now: Timestamp { context.now }
  /// The file TODO.md, also when it could not be read; nil when it is not there.
  package var taskListSource: TrackedFile? { taskListFile.map { files[$0] } }
  /// The file state.json, also when it could not be read; nil when it is not there.
  package var registrySource: TrackedFile? { registryFile.map { files[$0] } }
  /// Whether state.json exists and cannot be read, so that the profile of the tree is uncertain.
  package var hasUnreadableRegistry: Bool {
    guard let registry = registrySource else { return false }
    return registry.failure != TrackedFile.absent && registry.isUnreadable
  }
  /// What TODO.md says; nil when it is not there or cannot be read.
  package var taskList: TaskList? { taskListSource?.taskList }
  /// What state.json says; nil when it is not there or cannot be read.
  package var registry: StateFile? { registrySource?.registry }

  /// The task with that number.
  package func task(_ number: Int) -> TrackedTask? { taskIndex[number].map { tasks[$0] } }

  /// The file that was read from that path, from the repository root.
  package func file(at path: String) -> TrackedFile? { fileIndex(at: path).map { files[$0] } }

  /// The index of the file that was read from that path, from the repository root.
  package func fileIndex(at path: String) -> Int? {
    let index = files.partitioningIndex { $0.path >= path }
    return index < files.count && files[index].path == path ? index : nil
  }

  /// The current plan of a task.
  package func currentPlan(of task: TrackedTask) -> Plan? { task.currentPlan.flatMap { files[$0].plan } }

  /// Joins the files of a tree by task. `files` and `directories` are sorted by path, and a file's `directory` is
  /// an index into `directories`. With `only`, these are its tasks.
  package init(
    root: SpecsRoot, detection: ProfileDetection, files: [TrackedFile], directories: [ProjectDirectory],
    archive: Archive, now: Timestamp, only: Set<Int>? = nil
  ) {
    self.root = root
    self.detection = detection
    self.files = files
    self.archive = archive
    context = FileContext(profile: detection.profile, directories: directories, now: now)
    taskListFile = files.firstIndex { $0.kind == .taskList }
    registryFile = files.firstIndex { $0.kind == .registry }
    let join = TaskJoin(
      files: files, directories: directories, root: root, authority: detection.profile.authority, only: only)
    tasks = join.tasks(
      taskListFile.flatMap { files[$0].taskList }, registryFile.flatMap { files[$0].registry })
    taskIndex = Dictionary(
      tasks.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
    currentPlans = Set(tasks.compactMap(\.currentPlan)).union(join.archivedPlans(archive.registry))
  }
}
