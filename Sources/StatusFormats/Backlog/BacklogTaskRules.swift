import StatusClaims
import StatusDiagnostics
import StatusText

/// What is judged of one task.
struct BacklogTaskRules {
  private let task: BacklogTask
  private let project: BacklogProject

  init(_ task: BacklogTask, in project: BacklogProject) {
    self.task = task
    self.project = project
  }

  private var subject: String { "task \(task.id)" }

  func check(into findings: inout ClaimFindings) {
    findings.reportFaults(of: task.fields)
    guard let fields = task.fields, fields.root != nil else {
      if task.fields?.faults.isEmpty ?? true {
        findings.report("malformed-task", .warning, subject, .noFrontMatter, at: task.file.start)
      }
      return
    }
    checkID(into: &findings)
    checkStatus(into: &findings)
    checkShelf(into: &findings)
    checkBoxes(into: &findings)
    checkParts(into: &findings)
    for dependency in task.dependencies where dependency.id != task.id { check(dependency, into: &findings) }
    checkParent(into: &findings)
    DateRules(subject: subject, now: project.tree.now)
      .check(
        .init("created_date", task.field("created_date")), .init("updated_date", task.field("updated_date")),
        into: &findings)
  }

  // MARK: The task by itself

  private func checkID(into findings: inout ClaimFindings) {
    guard let id = task.writtenID else {
      if !task.isUnreadable {
        findings.report("malformed-task", .warning, subject, .noID, at: task.file.start)
      }
      return
    }
    if task.id != task.fileID {
      findings.report(
        "name-mismatch", .warning, subject, .otherName(task), at: id.location,
        help: "rename the file, or correct the id")
    }
  }

  private func checkStatus(into findings: inout ClaimFindings) {
    let statuses = project.settings.statuses
    guard let status = task.status else {
      if !task.isUnreadable {
        findings.report(
          "missing-status", .error, subject, .noStatus(task.id), at: task.file.start, help: statuses.help)
      }
      return
    }
    switch task.reading {
    case .standard: break
    case .variant(let word):
      findings.report(
        "nonstandard-marker", .warning, subject, .otherSpelling(status.text, word.text), at: status.location,
        fix: status.fix(.safe, word.text))
    case .spelling(let word):
      findings.report(
        "unknown-marker", .error, subject, .notAStatus(status.text), at: status.location, help: statuses.help,
        fix: status.fix(.safe, word.text))
    case .synonym, .closed, .unknown:
      findings.report(
        "unknown-marker", .error, subject, .notAStatus(status.text), at: status.location, help: statuses.help,
        fix: task.reading.word.flatMap { status.fix(.unsafe, $0.text) })
    }
  }

  /// The directory against the status.
  private func checkShelf(into findings: inout ClaimFindings) {
    guard let status = task.status, let stage = task.reading.stage else { return }
    let done = project.settings.statuses.words.first { $0.stage == .done }
    switch (task.shelf, stage) {
    case (.completed, .open), (.completed, .active):
      findings.report(
        "stale-directory-state", .warning, subject, .onShelf(task, "completed"), at: status.location,
        claims: [task.claim(of: "completed")], fix: done.flatMap { status.fix(.unsafe, $0.text) })
    case (.drafts, .active), (.drafts, .done):
      let draft = project.settings.draftStatuses.words[0].text
      findings.report(
        "stale-directory-state", .warning, subject, .onShelf(task, "drafts"), at: status.location,
        claims: [task.claim(of: "drafts")], fix: status.fix(.unsafe, draft))
    case (.tasks, .done):
      findings.report(
        "stale-directory-state", .info, subject, .onShelf(task, "tasks"), at: status.location,
        help: "`backlog cleanup` moves it to completed/")
    default: break
    }
  }

  /// The boxes of the two sections that Backlog.md counts.
  private func checkBoxes(into findings: inout ClaimFindings) {
    guard let list = task.file.checklist(Backlog.dialect), let stage = task.reading.stage, stage != .closed
    else { return }
    let sections: [(StaticString, Severity)] = [
      ("acceptance criteria", .warning), ("definition of done", .info),
    ]
    for (title, severity) in sections {
      let boxes = list.boxes(below: title).filter { !list.isIndented($0) }
      let open = boxes.filter(\.isOwed)
      if stage == .done, let first = open.first {
        findings.report(
          "unchecked-work", severity, subject, .openBoxes(task, open.count, of: boxes.count, title),
          at: list.location(first),
          claims: [task.claim] + open.dropFirst().map { Claim(list.location($0), "another open box") })
      }
      let isAllTicked = open.isEmpty && boxes.contains(where: \.isDone) && !hasOpenParts
      if stage != .done, severity == .warning, isAllTicked, task.shelf == .tasks, let status = task.status {
        let done = project.settings.statuses.words.first { $0.stage == .done }
        findings.report(
          "rollup-mismatch", .info, subject, .allTicked(task, boxes.count), at: status.location,
          fix: done.flatMap { status.fix(.unsafe, $0.text) })
      }
    }
  }

  // MARK: Other tasks

  private var hasOpenParts: Bool {
    project.parts[task.id]?.contains { !$0.isFinished && $0.stage != nil } ?? false
  }

  /// The parts of the task.
  private func checkParts(into findings: inout ClaimFindings) {
    guard let status = task.status, let parts = project.parts[task.id], let stage = task.stage,
      stage != .closed
    else { return }
    let words = project.settings.statuses.words
    if stage == .done, let open = parts.first(where: { !$0.isFinished && $0.stage != nil }) {
      findings.report(
        "rollup-mismatch", .warning, subject, .openPart(task, open), at: status.location,
        claims: [open.claim],
        // In completed/ it counts as finished, whatever it says.
        fix: task.shelf == .completed
          ? nil : words.first { $0.stage == .active }.flatMap { status.fix(.unsafe, $0.text) })
    } else if stage != .done, task.shelf == .tasks, parts.allSatisfy(\.isFinished),
      parts.contains(where: { $0.stage == .done })
    {
      findings.report(
        "rollup-mismatch", .info, subject, .partsDone(task, parts.count), at: status.location,
        claims: parts.map(\.claim),
        fix: words.first { $0.stage == .done }.flatMap { status.fix(.unsafe, $0.text) })
    }
  }

  private func check(_ dependency: BacklogTask.Reference, into findings: inout ClaimFindings) {
    let place = dependency.place
    if let target = project.byID[dependency.id] {
      // Who depends on the task that it is a part of says where it belongs.
      if target.isFinished || target.stage == nil || task.isPart(of: target) { return }
      guard task.shelf != .drafts, target.shelf != .drafts, let stage = task.stage,
        stage == .done || stage == .active
      else { return }
      findings.report(
        "unmet-dependency", stage == .done ? .warning : .info, subject, .unmet(task, target),
        at: place.location,
        claims: [task.claim, target.claim])
    } else if project.archived.contains(dependency.id) {
      if task.isFinished { return }
      findings.report(
        "unknown-reference", .info, subject, .archived(task.id, dependency.id), at: place.location)
    } else {
      let renamed = "\(project.settings.prefix)-\(BacklogID.number(of: dependency.id))"
      let isRenamed = !task.isFinished && project.byID[renamed] != nil
      findings.report(
        "unknown-reference", task.isFinished ? .info : isRenamed ? .warning : .error, subject,
        .unknown(task.id, dependency.id), at: place.location, help: isRenamed ? .renamed(renamed) : nil,
        fix: isRenamed ? place.fix(.unsafe, renamed) : nil)
    }
  }

  /// The parent and the milestone.
  private func checkParent(into findings: inout ClaimFindings) {
    if let parent = task.parent, project.byID[parent.id] == nil, !project.archived.contains(parent.id) {
      findings.report(
        "unknown-reference", task.isFinished ? .info : .warning, subject, .noParent(task.id, parent.id),
        at: parent.place.location)
    }
    if let milestone = task.field("milestone"), !milestone.text.isEmpty, !project.milestones.isEmpty,
      !project.milestones.contains(milestone.text.lowercased())
    {
      findings.report(
        "unknown-reference", .warning, subject, .noMilestone(task.id, milestone.text), at: milestone.location)
    }
  }
}

extension String {
  fileprivate static let noFrontMatter =
    "the task file has no front matter: Backlog.md reads neither an id nor a status"
  fileprivate static let noID = "the task file has no id"
  fileprivate static func otherName(_ task: BacklogTask) -> String {
    "the name of the file says \(task.fileID), but the id is \(task.id)"
  }
  fileprivate static func noStatus(_ id: String) -> String { "\(id) has no status" }
  fileprivate static func notAStatus(_ text: String) -> String {
    "\"\(text)\" is not a status of the project"
  }
  fileprivate static func otherSpelling(_ text: String, _ word: String) -> String {
    "\"\(text)\" is not how the project writes \"\(word)\""
  }
  fileprivate static func onShelf(_ task: BacklogTask, _ directory: String) -> String {
    "\(task.described), but it is in \(directory)/"
  }
  fileprivate static func openBoxes(_ task: BacklogTask, _ open: Int, of count: Int, _ title: StaticString)
    -> String
  {
    "\(task.described), but \(open) of \(Counted(count, "box", plural: "boxes")) of its \(title) \(open == 1 ? "is" : "are") open"
  }
  fileprivate static func allTicked(_ task: BacklogTask, _ count: Int) -> String {
    "\(task.described), but all of its acceptance criteria are ticked (\(count))"
  }
  fileprivate static func openPart(_ task: BacklogTask, _ part: BacklogTask) -> String {
    let isFinished = task.shelf == .completed && task.reading.stage != .done
    return "\(isFinished ? "\(task.id) is in completed/" : task.described), but its subtask \(part.described)"
  }
  fileprivate static func partsDone(_ task: BacklogTask, _ count: Int) -> String {
    "\(task.described), but all of its subtasks are finished (\(count))"
  }
  fileprivate static func unmet(_ task: BacklogTask, _ target: BacklogTask) -> String {
    "\(task.described), but depends on \(target.id), which is \"\(target.status?.text ?? "")\""
  }
  fileprivate static func archived(_ id: String, _ target: String) -> String {
    "\(id) depends on \(target), which is archived"
  }
  fileprivate static func unknown(_ id: String, _ target: String) -> String {
    "\(id) depends on \(target), which does not exist"
  }
  fileprivate static func renamed(_ target: String) -> String { "did you mean \(target)?" }
  fileprivate static func noParent(_ id: String, _ parent: String) -> String {
    "the parent \(parent) of \(id) does not exist"
  }
  fileprivate static func noMilestone(_ id: String, _ name: String) -> String {
    "the milestone \"\(name)\" of \(id) does not exist"
  }
}
