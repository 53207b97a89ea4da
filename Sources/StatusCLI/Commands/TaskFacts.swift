import StatusModel
import StatusText

/// What one file says of a task's status, and where.
struct TaskFacts {
  /// One file's claim.
  struct Claim {
    /// The file, from the repository root.
    let path: String
    /// The line, from 1.
    let line: Int
    /// The status as written, without brackets.
    let status: String
  }

  private let workspace: Workspace
  private let lines: [String: LineIndex]

  /// Line indices are made once for the files that every task shares.
  init(_ workspace: Workspace) {
    self.workspace = workspace
    var lines: [String: LineIndex] = [:]
    for file in [workspace.taskListSource, workspace.registrySource].compactMap({ $0 }) {
      lines[file.path] = LineIndex(file.source)
    }
    self.lines = lines
  }

  /// The line, from 1, of an offset in a file.
  func line(_ source: SourceText, _ range: ByteRange) -> Int {
    (lines[source.path] ?? LineIndex(source)).line(at: range.lower)
  }

  /// The title, from TODO.md; else the name, from state.json.
  func title(_ task: TrackedTask) -> String {
    if let entry = task.entry, let list = workspace.taskList, !entry.title.isEmpty {
      return list.source.text(entry.title)
    }
    return task.state?.name ?? ""
  }

  /// What TODO.md says.
  func listed(_ task: TrackedTask) -> Claim? {
    guard let entry = task.entry, let list = workspace.taskList else { return nil }
    guard let marker = entry.marker else {
      return Claim(path: list.path, line: line(list.source, entry.heading), status: "")
    }
    return Claim(path: list.path, line: line(list.source, marker.range), status: word(marker, list.source))
  }

  /// What state.json says.
  func registered(_ task: TrackedTask) -> Claim? {
    guard let state = task.state, let registry = workspace.registry else { return nil }
    return Claim(
      path: registry.path, line: line(registry.source, state.status?.range ?? state.numberRange),
      status: state.status?.text ?? "")
  }

  /// What the current plan says of itself.
  func planned(_ task: TrackedTask) -> Claim? {
    guard let plan = workspace.currentPlan(of: task) else { return nil }
    return Claim(
      path: plan.path, line: plan.marker.map { line(plan.source, $0.range) } ?? 1,
      status: plan.marker.map { word($0, plan.source) } ?? "")
  }

  /// What the project state says.
  func projectState(_ task: TrackedTask) -> Claim? {
    for file in workspace.files where file.kind == .projectState && task.directories.contains(file.directory)
    {
      guard let state = file.projectState else { continue }
      return Claim(
        path: file.path, line: line(file.source, state.status?.range ?? state.numberRange),
        status: state.status?.text ?? "")
    }
    return nil
  }

  /// A marker's words, without brackets.
  func word(_ marker: Marker, _ source: SourceText) -> String {
    let text = source.text(marker.range)
    return marker.isBracketed ? String(text.dropFirst().dropLast()) : text
  }
}
