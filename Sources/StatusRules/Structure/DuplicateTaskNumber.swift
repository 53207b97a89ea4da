import StatusDiagnostics
import StatusModel
import StatusText

/// Two tasks of one file have the same number.
struct DuplicateTaskNumber: FileRule {
  static let descriptor = RuleDescriptor(
    name: "duplicate-task-number", family: .structure, severity: .error, fix: .none,
    summary: "Two tasks in TODO.md, or two entries of active_projects, have the same number.",
    rationale: """
      Directories, links, dependencies and updates identify a task by its number. With a duplicate, an \
      update may change the wrong task.
      """,
    bad: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]

      ### «7». Paint the wall
      - **Status**: [NOT STARTED]
      """
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]

      ### 8. Paint the wall
      - **Status**: [NOT STARTED]
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .taskList || kind == .registry }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    switch file.content {
    case .taskList(let list): check(list, &findings)
    case .registry(let registry): check(registry, &findings)
    case .projectState, .plan, .none: break
    }
  }

  private func check(_ list: TaskList, _ findings: inout FindingCollector) {
    var first: [Int: Int] = [:]
    for (index, task) in list.tasks.enumerated() {
      guard let earlier = first[task.number].map({ list.tasks[$0] }) else {
        first[task.number] = index
        continue
      }
      let title = list.source.text(task.title)
      let isSame = list.source.text(earlier.title) == title
      findings.report(
        .task, .duplicateTask(task.number, title), in: list.source, at: task.numberRange, task: task.number,
        related: [
          RelatedLocation(
            Location(path: list.path, range: earlier.numberRange),
            .firstTask(task.number, list.source.text(earlier.title)))
        ],
        help: isSame ? .removeTask : .renumber, evidence: "\(task.number) \(title.prefix(100))")
    }
  }

  private func check(_ registry: StateFile, _ findings: inout FindingCollector) {
    var first: [Int: Int] = [:]
    for (index, entry) in registry.entries.enumerated() {
      guard let number = entry.number else { continue }
      guard let earlier = first[number].map({ registry.entries[$0] }) else {
        first[number] = index
        continue
      }
      let name = entry.name ?? ""
      findings.report(
        .entry, .duplicateEntry(number, name), in: registry.source, at: entry.numberRange, task: number,
        related: [
          RelatedLocation(
            Location(path: registry.path, range: earlier.numberRange), .firstEntry(number, earlier.name ?? "")
          )
        ],
        help: earlier.name == entry.name ? .removeEntry : .renumber, evidence: "\(number) \(name.prefix(100))"
      )
    }
    checkClosed(registry, active: first, &findings)
  }

  /// A number that is active and completed at once.
  private func checkClosed(_ registry: StateFile, active: [Int: Int], _ findings: inout FindingCollector) {
    for closed in registry.closed {
      guard let index = active[closed.number] else { continue }
      let entry = registry.entries[index]
      // After an archive was put away numbers begin again.
      if registry.recordsVault, !Self.mayBeSame(entry.name, closed.name) { continue }
      findings.report(
        .entry, .activeAndClosed(closed.number), in: registry.source, at: entry.numberRange,
        task: closed.number,
        related: [
          RelatedLocation(
            Location(path: registry.path, range: closed.range), .closed(closed.number, closed.name ?? ""))
        ],
        help: Self.mayBeSame(entry.name, closed.name) ? .keepOne : .renumber,
        evidence: "\(closed.number) \(entry.name ?? "")")
    }
  }

  private static func mayBeSame(_ name: String?, _ other: String?) -> Bool {
    guard let name, let other else { return true }
    return TitleWords(name).mayName(sameAs: TitleWords(other))
  }
}

extension String {
  fileprivate static func duplicateTask(_ number: Int, _ title: String) -> String {
    "task number \(number) of \"\(title)\" is already used in this file"
  }
  fileprivate static func firstTask(_ number: Int, _ title: String) -> String {
    "\"\(title)\" has number \(number) here"
  }
  fileprivate static func duplicateEntry(_ number: Int, _ name: String) -> String {
    "project_number \(number) of \"\(name)\" is already used in active_projects"
  }
  fileprivate static func firstEntry(_ number: Int, _ name: String) -> String {
    "\"\(name)\" has number \(number) here"
  }
  fileprivate static func activeAndClosed(_ number: Int) -> String {
    "number \(number) is used by an entry of active_projects and by a closed task"
  }
  fileprivate static func closed(_ number: Int, _ name: String) -> String {
    "closed task \(number)\(name.isEmpty ? "" : " (\"\(name)\")")"
  }
  fileprivate static let keepOne = "keep it in one of the lists"
  fileprivate static let removeTask = "both have the same title: keep one of them"
  fileprivate static let removeEntry = "both have the same project_name: keep one of them"
  fileprivate static let renumber = "assign the next free number to one of them"
}
