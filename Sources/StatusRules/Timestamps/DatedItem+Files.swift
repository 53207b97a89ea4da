import StatusModel
import StatusText

extension DatedItem {
  /// Whether files of that kind hold dates that are judged. The archive's registry is history.
  package static func stand(in kind: TrackedFile.Kind) -> Bool {
    switch kind {
    case .taskList, .registry, .projectState, .plan: true
    case .archiveRegistry, .record: false
    }
  }

  /// Everything in `file` that may carry dates, in order; the head comes first.
  package static func all(in file: TrackedFile, of context: FileContext) -> [DatedItem] {
    var items: [DatedItem] = []
    visit(file, in: context) { items.append($0) }
    return items
  }

  private static func visit(_ file: TrackedFile, in context: FileContext, _ body: (DatedItem) -> Void) {
    let source = file.source
    let json = LazyJSON(source)
    switch file.content {
    case .taskList(let list):
      body(DatedItem(kind: .head, source: source, task: nil, json: json, claims: list.timestamps))
      for task in list.tasks { body(DatedItem(task, source, json)) }
    case .plan(let plan):
      let task = file.directory >= 0 ? context.directories[file.directory].number : nil
      for phase in plan.phases { body(DatedItem(phase, of: task, source, json)) }
    case .registry(let registry) where file.kind == .registry:
      body(DatedItem(kind: .head, source: source, task: nil, json: json, claims: registry.timestamps))
      for entry in registry.entries { body(DatedItem(entry, .entry, of: entry.number, source, json)) }
      for closed in registry.closed {
        body(
          DatedItem(kind: .closed, source: source, task: closed.number, json: json, claims: closed.timestamps)
        )
      }
    case .projectState(let state):
      // Whether or not the file repeats the number, its directory says whose it is.
      let task = context.taskNumber(of: file) ?? state.number
      body(DatedItem(state, .projectState, of: task, source, json))
    case .registry, .none: break
    }
  }

  private convenience init(_ task: TaskEntry, _ source: SourceText, _ json: LazyJSON) {
    self.init(
      kind: .task, source: source, task: task.number, status: task.marker?.status,
      statusRange: task.marker?.range, range: task.range, json: json, claims: task.timestamps)
  }

  private convenience init(_ phase: Phase, of task: Int?, _ source: SourceText, _ json: LazyJSON) {
    self.init(
      kind: phase.parent >= 0 ? .subPhase : .phase, source: source, task: task, phase: phase.number.label,
      status: phase.status, statusRange: phase.marker?.range, range: phase.range, json: json,
      claims: phase.timestamps)
  }

  private convenience init(
    _ state: StateEntry, _ kind: Kind, of task: Int?, _ source: SourceText, _ json: LazyJSON
  ) {
    var claims = state.timestamps
    if !state.versionTimestamps.isEmpty { claims += state.versionTimestamps }
    if !state.suffixedClaims.isEmpty { claims += state.suffixedClaims }
    self.init(
      kind: kind, source: source, task: task, status: state.certainStatus,
      statusRange: state.status?.range, range: state.range, json: json, claims: claims)
  }
}
