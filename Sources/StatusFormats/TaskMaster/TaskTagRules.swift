import StatusClaims
import StatusDiagnostics
import StatusSyntax
import StatusText

/// What is judged of one tag.
struct TaskTagRules {
  private let tag: TaskTag
  private let now: Int
  /// The tasks and subtasks by their ids; the first one of an id.
  private let byID: [String: TaskTag.Item]

  init(_ tag: TaskTag, now: Int) {
    self.tag = tag
    self.now = now
    byID = Dictionary(tag.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func check(into findings: inout ClaimFindings) {
    checkTwins(tag.tasks, into: &findings)
    for task in tag.tasks {
      checkTwins(task.subtasks, into: &findings)
      for item in [task] + task.subtasks {
        checkStatus(item, into: &findings)
        for (text, location) in item.dependencies { check(item, on: text, at: location, into: &findings) }
      }
      checkParts(task, into: &findings)
    }
    checkCycles(into: &findings)
    checkMetadata(into: &findings)
  }

  // MARK: Ids and statuses

  private func checkTwins(_ items: [TaskTag.Item], into findings: inout ClaimFindings) {
    for (id, twins) in Dictionary(grouping: items, by: \.id).sorted(by: { $0.key < $1.key })
    where twins.count > 1 {
      let others = ([twins[0]] + twins.dropFirst(2)).map { Claim($0.location, "it is here, too") }
      findings.report(
        "duplicate-id", .error, tag.subject(id), .twins(twins.count, twins[0]), at: twins[1].location,
        claims: others)
    }
  }

  private func checkStatus(_ item: TaskTag.Item, into findings: inout ClaimFindings) {
    guard !item.isSilent, let status = item.status else {
      if !item.isPart {
        findings.report("missing-status", .warning, tag.subject(item.id), .noStatus(item), at: item.location)
      }
      return
    }
    let help = TaskMaster.statuses.help
    switch item.reading {
    case .standard: break
    case .variant(let word):
      findings.report(
        "nonstandard-marker", .warning, tag.subject(item.id), .alias(status.text, word.text),
        at: status.location,
        fix: status.fix(.safe, word.text))
    case .spelling(let word):
      findings.report(
        "unknown-marker", .error, tag.subject(item.id), .notAStatus(status.text), at: status.location,
        help: help,
        fix: status.fix(.safe, word.text))
    case .synonym, .closed, .unknown:
      findings.report(
        "unknown-marker", .error, tag.subject(item.id), .notAStatus(status.text), at: status.location,
        help: help,
        fix: item.reading.word.flatMap { status.fix(.unsafe, $0.text) })
    }
  }

  // MARK: Subtasks

  private func checkParts(_ task: TaskTag.Item, into findings: inout ClaimFindings) {
    let parts = task.subtasks
    let subject = tag.subject(task.id)
    let silent = parts.filter(\.isSilent)
    if let first = silent.first {
      findings.report(
        "missing-status", .info, subject, .silentParts(task, silent.count, of: parts.count),
        at: first.location)
    }
    for part in parts {
      // The tool itself writes "undefined".
      guard let (text, location) = part.parent, text != task.id, text != "undefined" else { continue }
      findings.report(
        "parent-mismatch", .warning, tag.subject(part.id), .otherParent(part, text), at: location,
        claims: [Claim(task.location, "\(task.noun), which it is in, is here")])
    }
    guard let status = task.status, let stage = task.stage, !parts.isEmpty else { return }
    func report(_ severity: Severity, _ message: String, _ claims: [Claim], _ word: String) {
      findings.report(
        "rollup-mismatch", severity, subject, message, at: status.location, claims: claims,
        fix: status.fix(.unsafe, word))
    }
    let open = parts.filter(\.isOpen)
    let hasEnded = parts.allSatisfy { $0.stage == .done || $0.word == "cancelled" }
    let end = parts.allSatisfy { $0.word == "cancelled" } ? "cancelled" : "done"
    if stage == .done, !open.isEmpty {
      report(.warning, .tooEarly(task, open.count, of: parts.count), open.map(\.claim), "in-progress")
    } else if hasEnded, ["pending", "in-progress"].contains(task.word) {
      report(.warning, .tooLate(task, parts.count), parts.map(\.claim), end)
    } else if task.word == "pending",
      let begun = parts.first(where: { $0.stage == .active || $0.stage == .done })
    {
      report(.info, .begun(task, begun), [begun.claim], "in-progress")
    }
  }

  // MARK: Dependencies

  /// The id of what `item` depends on by `text`: a number of a subtask is its sibling, if there is one.
  private func target(of item: TaskTag.Item, _ text: String) -> String {
    guard item.isPart, !text.utf8.contains(UInt8(ascii: ".")), let task = item.id.split(separator: ".").first
    else {
      return text
    }
    let sibling = "\(task).\(text)"
    return byID[sibling] != nil ? sibling : text
  }

  private func check(
    _ item: TaskTag.Item, on text: String, at location: Location, into findings: inout ClaimFindings
  ) {
    let id = target(of: item, text)
    if id == item.id { return }
    guard let target = byID[id] else {
      findings.report(
        "unknown-reference", .error, tag.subject(item.id), .unknown(item, text, tag.name), at: location)
      return
    }
    let matters = item.stage == .done || item.stage == .active && !item.isPart
    guard target.isOpen, matters else { return }
    let isWarning = item.stage == .done && !item.isPart
    findings.report(
      "unmet-dependency", isWarning ? .warning : .info, tag.subject(item.id), .unmet(item, target),
      at: location,
      claims: [item.claim, target.claim])
  }

  private func checkCycles(into findings: inout ClaimFindings) {
    let dependencies = byID.mapValues { item in item.dependencies.map { target(of: item, $0.text) } }
    for cycle in DependencyCycles.all(tag.items.map(\.id), dependencies) {
      guard let first = byID[cycle[0]] else { continue }
      // A task that waits for itself has one place that is wrong.
      let isAlone = cycle.count == 1
      let own = first.dependencies.first { isAlone && target(of: first, $0.text) == first.id }
      findings.report(
        "dependency-cycle", .error, tag.subject(first.id), .cycle(first, cycle),
        at: own?.location ?? first.location)
    }
  }

  // MARK: Metadata

  private func checkMetadata(into findings: inout ClaimFindings) {
    let subject = "\(tag.name) metadata"
    // Task Master counts exactly this word.
    let done = tag.tasks.count { $0.status?.text == "done" }
    for (name, count) in [("taskCount", tag.tasks.count), ("completedCount", done)] {
      guard let value = tag.metadata?[name], let number = value.integer, number != count else { continue }
      let location = Location(path: value.tree.source.path, range: value.range)
      findings.report(
        "count-mismatch", .error, subject, .count(name, number, count), at: location,
        fix: value.tree.duplicateKeys.isEmpty
          ? Fix(.safe, "replace with \(count)", at: location, with: "\(count)") : nil)
    }
    DateRules(subject: subject, now: now)
      .check(
        .init("created", PlacedText(tag.metadata?["created"])),
        .init("updated", PlacedText(tag.metadata?["updated"])),
        into: &findings)
  }
}

extension String {
  fileprivate static func twins(_ count: Int, _ item: TaskTag.Item) -> String {
    "\(count == 2 ? "two" : "\(count)") \(item.isPart ? "subtasks" : "tasks") have the id \(item.id)"
  }
  fileprivate static func noStatus(_ item: TaskTag.Item) -> String {
    "\(item.noun) has no status, and is read as pending"
  }
  fileprivate static func silentParts(_ task: TaskTag.Item, _ silent: Int, of count: Int) -> String {
    "\(silent) of \(Counted(count, "subtask")) of \(task.noun) \(silent == 1 ? "has" : "have") no status"
  }
  fileprivate static func alias(_ text: String, _ word: String) -> String {
    "\"\(text)\" means \"\(word)\", but completedCount does not count it"
  }
  fileprivate static func notAStatus(_ text: String) -> String { "\"\(text)\" is not a status of a task" }
  fileprivate static func otherParent(_ part: TaskTag.Item, _ text: String) -> String {
    "\(part.noun) names task \(text) as its parent"
  }
  fileprivate static func tooEarly(_ task: TaskTag.Item, _ open: Int, of count: Int) -> String {
    "\(task.described), but \(open) of its \(Counted(count, "subtask")) \(open == 1 ? "is" : "are") open"
  }
  fileprivate static func tooLate(_ task: TaskTag.Item, _ count: Int) -> String {
    "\(task.described), but \(count == 1 ? "its only subtask is" : "all of its \(count) subtasks are") finished"
  }
  fileprivate static func begun(_ task: TaskTag.Item, _ part: TaskTag.Item) -> String {
    "\(task.described), but \(part.described)"
  }
  fileprivate static func unknown(_ item: TaskTag.Item, _ text: String, _ tag: String) -> String {
    "\(item.noun) depends on \(text), which was not found in the tag \"\(tag)\""
  }
  fileprivate static func unmet(_ item: TaskTag.Item, _ target: TaskTag.Item) -> String {
    "\(item.described), but depends on \(target.noun), which is \"\(target.shownStatus)\""
  }
  fileprivate static func cycle(_ first: TaskTag.Item, _ ids: [String]) -> String {
    ids.count == 1
      ? "\(first.noun) depends on itself"
      : "these tasks wait for each other: \((ids + [ids[0]]).joined(separator: " → "))"
  }
  fileprivate static func count(_ name: String, _ number: Int, _ count: Int) -> String {
    "\(name) is \(number), but the tag has \(Counted(count, name == "taskCount" ? "task" : "finished task"))"
  }
}
