import StatusModel
import StatusText

/// Finds tasks that can be changed.
package struct TaskLocator {
  /// A readable TODO.md.
  let list: TaskList
  /// A readable state.json.
  let registry: StateFile
  private let workspace: Workspace
  private let entries: [Int: Int]
  private let states: [Int: Int]

  /// The two files of the tree, or their errors.
  static func open(_ workspace: Workspace) -> Result<TaskLocator, SyncErrors> {
    var errors = [
      fault(workspace.taskListSource, orAbsent: .noTaskList(workspace.root.path("TODO.md"))),
      fault(workspace.registrySource, orAbsent: .noRegistry(workspace.root.path("state.json"))),
    ].compactMap { $0 }
    // It is unknown which tasks an unreadable archive contains.
    if let archive = workspace.files.first(where: { $0.kind == .archiveRegistry }), let fault = fault(archive)
    {
      errors.append(fault)
    }
    guard errors.isEmpty, let list = workspace.taskList, let registry = workspace.registry else {
      return .failure(SyncErrors(errors))
    }
    return .success(TaskLocator(workspace, list, registry))
  }

  private init(_ workspace: Workspace, _ list: TaskList, _ registry: StateFile) {
    self.workspace = workspace
    self.list = list
    self.registry = registry
    entries = Self.counts(list.tasks.lazy.map(\.number))
    states = Self.counts(registry.entries.lazy.compactMap(\.number))
  }

  private static func counts(_ numbers: some Sequence<Int>) -> [Int: Int] {
    numbers.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// The error for a file of the root that must not be written; `absence` if it does not exist.
  private static func fault(_ file: TrackedFile?, orAbsent absence: SyncError) -> SyncError? {
    guard let file, file.failure != TrackedFile.absent else { return absence }
    return fault(file)
  }

  /// The error for a file that must not be written; nil if it can be.
  static func fault(_ file: TrackedFile) -> SyncError? {
    if let failure = file.failure { return .readFailed(file.path, failure) }
    guard let fault = file.fault else { return nil }
    // For invalid JSON, the message gives the line and column.
    if file.syntax.invalidEncoding == nil, file.syntax.conflictMarkers.isEmpty,
      let error = file.syntax.jsonError
    {
      let place = LineIndex(file.source).position(at: error.offset)
      return .unreadable(
        file.path, "is not JSON: line \(place.line), column \(place.column): \(error.message)")
    }
    return .unreadable(file.path, fault)
  }

  /// The tasks of a selection, the missing numbers of its ranges, and the errors.
  func subjects(_ selection: TaskSelection) -> (subjects: [TaskSubject], absent: [Int], errors: [SyncError]) {
    var found: (subjects: [TaskSubject], absent: [Int], errors: [SyncError]) = ([], [], [])
    for item in selection.items {
      guard let task = workspace.task(item.number) else {
        if item.isNamed {
          found.errors.append(absence(of: item.number))
        } else {
          found.absent.append(item.number)
        }
        continue
      }
      switch subject(task) {
      case .success(let subject): found.subjects.append(subject)
      case .failure(let errors): found.errors += errors.errors
      }
    }
    if found.subjects.isEmpty, found.errors.isEmpty { found.errors.append(.noTaskOfRange) }
    return found
  }

  /// The error for a number without an active task: it has ended or does not exist.
  func absence(of number: Int) -> SyncError { Self.absence(of: number, in: workspace) ?? .noTask(number) }

  /// Why a number has no active task, where the files say so: it has ended, or is hidden.
  package static func absence(of number: Int, in workspace: Workspace) -> SyncError? {
    if let registry = workspace.registry, registry.closed.contains(where: { $0.number == number }) {
      return .closed(number, in: registry.path)
    }
    if let archive = workspace.archive.registry, !workspace.archive.closed(number).isEmpty {
      return .closed(number, in: archive.path)
    }
    return workspace.taskList.flatMap { HiddenText.fault(of: number, in: $0) }
  }

  /// The task with that number, if it can be changed.
  func subject(_ task: TrackedTask) -> Result<TaskSubject, SyncErrors> {
    let number = task.number
    let words = workspace.profile.vocabulary
    guard let entry = task.entry else {
      if let fault = HiddenText.fault(of: number, in: list) { return .failure(SyncErrors([fault])) }
      let status = task.state?.certainStatus ?? .notStarted
      let marker = words.marker(status)
      return .failure(SyncErrors([.unlisted(number, list.path, registry.path, marker: marker)]))
    }
    guard let state = task.state else {
      let absence = absence(of: number)
      guard absence == .noTask(number) else { return .failure(SyncErrors([absence])) }
      let status = words.value(entry.marker?.status ?? .notStarted)
      return .failure(SyncErrors([.unregistered(number, list.path, registry.path, status: status)]))
    }
    var errors: [SyncError] = []
    if entries[number, default: 0] > 1 { errors.append(.twice(number, in: list.path)) }
    if states[number, default: 0] > 1 { errors.append(.twice(number, in: registry.path)) }
    if workspace.archivedRecord(of: task) != nil, let archive = workspace.archive.registry {
      errors.append(.archived(number, in: archive.path))
    }
    if workspace.closedRecord(of: task) != nil { errors.append(.closedToo(number, in: registry.path)) }
    let listed = listedStatus(entry, &errors)
    let registered = registeredStatus(state, &errors)
    if let listed, let registered, listed != registered {
      let text = state.status.map { "\"\($0.text)\"" } ?? ""
      let marker = entry.marker.map { list.source.text($0.range) } ?? ""
      errors.append(.disagree(number, (list.path, marker), (registry.path, text)))
    }
    guard errors.isEmpty, let listed else { return .failure(SyncErrors(errors)) }
    return .success(TaskSubject(task: task, entry: entry, state: state, status: listed))
  }

  private func listedStatus(_ entry: TaskEntry, _ errors: inout [SyncError]) -> Status? {
    if entry.statusMarkers.count > 1 || entry.isContradictory {
      errors.append(.severalStatuses(entry.number, in: list.path))
    }
    guard let marker = entry.marker else {
      errors.append(.noStatus(entry.number, in: list.path))
      return nil
    }
    guard let status = marker.status else {
      errors.append(.unreadableStatus(entry.number, list.source.text(marker.range), in: list.path))
      return nil
    }
    return status
  }

  private func registeredStatus(_ state: StateEntry, _ errors: inout [SyncError]) -> Status? {
    let number = state.number ?? 0
    guard let written = state.status else {
      errors.append(.noStatus(number, in: registry.path))
      return nil
    }
    guard let status = state.certainStatus else {
      errors.append(.unreadableStatus(number, written.text, in: registry.path))
      return nil
    }
    return status
  }
}
