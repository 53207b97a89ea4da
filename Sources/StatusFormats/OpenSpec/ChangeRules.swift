import StatusClaims
import StatusDiagnostics
import StatusModel
import StatusText

/// What is judged of one change by itself.
struct ChangeRules {
  private let change: OpenSpecChange
  private let project: OpenSpecProject

  init(_ change: OpenSpecChange, in project: OpenSpecProject) {
    self.change = change
    self.project = project
  }

  private func rules(_ list: Checklist) -> ChecklistRules { change.rules(for: list) }

  /// An active change: its tasks, and whether it is finished.
  func checkActive(into findings: inout ClaimFindings) {
    for (list, file) in zip(change.lists, change.taskFiles) {
      let rules = rules(list)
      rules.checkMarkers(into: &findings)
      rules.checkFences(into: &findings)
      rules.checkRollups(into: &findings)
      rules.checkHeadings(into: &findings)
      rules.checkCounts(file.outline, into: &findings)
      // Elsewhere, `openspec validate` reports them.
      if !change.hasCheckedNumbers || !hasNumberedGroups(list) { rules.checkDuplicates(into: &findings) }
      checkUncounted(rules, into: &findings)
    }
    if change.isDone, let list = change.lists.first(where: { !$0.boxes.isEmpty }) {
      let count = change.lists.reduce(0) { $0 + $1.boxes.count { $0.isDone } }
      findings.report(
        "stale-directory-state", .info, change.subject, .finished(count), at: list.location(list.boxes[0]),
        help: "run `openspec archive \(change.name)`")
    }
    checkCapabilities(into: &findings)
    checkCreation(archivedOn: nil, into: &findings)
  }

  /// Whether the file has headings such as `## 1. Title`.
  private func hasNumberedGroups(_ list: Checklist) -> Bool {
    list.headings.contains { heading in
      let digits = list.source.bytes[heading.text.indices].prefix { ASCII.isDigit($0) }
      return heading.level == 2 && !digits.isEmpty && digits.endIndex < heading.text.upper
        && list.source.bytes[digits.endIndex] == UInt8(ascii: ".")
    }
  }

  /// Boxes that `openspec` does not see; one finding a file.
  private func checkUncounted(_ rules: ChecklistRules, into findings: inout ClaimFindings) {
    let list = rules.list
    let boxes = list.boxes.indices.filter { !ASCII.isOne(list.boxes[$0].bullet, of: "-*") }
    if let first = boxes.first {
      let open = boxes.count { !list.boxes[$0].isDone }
      findings.report(
        "malformed-task", .warning, change.subject, .uncounted(boxes.count, open: open),
        at: list.location(list.boxes[first]),
        claims: rules.claims(Array(boxes.dropFirst())), help: "begin the line with \"- \"",
        fix: bulletFix(boxes, list))
    } else if list.boxes.isEmpty, list.isComplete,
      list.source.bytes.contains(where: { !ASCII.isWhitespace($0) })
    {
      findings.report(
        "malformed-task", .warning, change.subject, .noBoxes,
        at: Location(path: list.source.path, range: .zero),
        help: "begin each task with \"- [ ] \"")
    }
  }

  /// Writes a dash for each list mark.
  private func bulletFix(_ boxes: [Int], _ list: Checklist) -> Fix {
    let edits = boxes.compactMap { index -> TextEdit? in
      let box = list.boxes[index].range.lower
      var end = box
      while end > 0, ASCII.isBlank(list.source.bytes[end - 1]) { end -= 1 }
      var start = end
      while start > 0,
        ASCII.isAlphanumeric(list.source.bytes[start - 1])
          || ASCII.isOne(list.source.bytes[start - 1], of: "+.)")
      { start -= 1 }
      return start < end ? TextEdit(ByteRange(start, end), with: "-") : nil
    }
    return Fix(.unsafe, "begin each line with \"- \"", files: [.init(path: list.source.path, edits: edits)])
  }

  /// The capabilities that the proposal lists, and the deltas there are.
  private func checkCapabilities(into findings: inout ClaimFindings) {
    guard let proposal = project.tree.files["\(change.path)/proposal.md"] else { return }
    let listed = ProposedCapability.all(in: proposal)
    if listed.isEmpty { return }
    let known = Set(change.deltas.map(\.capability))
    if change.lists.contains(where: { !$0.boxes.isEmpty }), !change.skipsSpecs {
      for capability in listed where !known.contains(capability.name) {
        let path = project.tree.whole("\(change.path)/specs/\(capability.name)/spec.md")
        findings.report(
          "missing-artifact", .warning, change.subject, .noDelta(capability.name, path),
          at: proposal.location(capability.range),
          missingFrom: [path], help: "write the delta, or remove the capability from the proposal")
      }
    }
    let names = Set(listed.map(\.name))
    for delta in change.deltas where !names.contains(delta.capability) {
      findings.report(
        "unlinked-artifact", .info, change.subject, .unlisted(delta.capability),
        at: Location(path: project.tree.whole(delta.path), range: .zero),
        claims: [
          Claim(
            proposal.location(listed[0].range),
            "the proposal lists \(listed.map { "\"\($0.name)\"" }.joined(separator: ", "))")
        ])
    }
  }

  /// An archived change: whether it is finished, and its dates. What is in it is not mended by anybody.
  func checkArchived(into findings: inout ClaimFindings) {
    for list in change.lists { rules(list).checkFences(into: &findings) }
    let missing = change.lists.flatMap { list in list.missing.map { (list, $0) } }
    if let (list, first) = missing.first {
      let count = change.lists.reduce(0) { $0 + $1.boxes.count { $0.flags.isEmpty } }
      findings.report(
        "stale-directory-state", .warning, change.subject, .unfinished(missing.count, of: count),
        at: list.location(list.boxes[first]),
        claims: missing.dropFirst().map { rules($0).claim($0.boxes[$1]) },
        help: "tick what is done, or say in the task why it is not (\"(deferred)\")")
    }
    checkCreation(archivedOn: checkArchiving(into: &findings), into: &findings)
  }

  /// The number of the day on which the change was archived; nil if its directory does not name one.
  private func checkArchiving(into findings: inout ClaimFindings) -> Int32? {
    guard let text = change.dateText else { return nil }
    guard let day = Timestamp.read(text).found?.timestamp.day.number else {
      findings.report("invalid-timestamp", .error, change.subject, .notADate(text), at: change.location)
      return nil
    }
    if isFuture(day) {
      findings.report("future-timestamp", .error, change.subject, .future(text), at: change.location)
    }
    return day
  }

  private func checkCreation(archivedOn day: Int32?, into findings: inout ClaimFindings) {
    guard let created = change.created, let begun = Timestamp.read(created.text).found?.timestamp.day.number
    else { return }
    if isFuture(begun) {
      findings.report("future-timestamp", .error, change.subject, .future(created.text), at: created.location)
    } else if let day, let text = change.dateText, begun > day + 1 {
      findings.report(
        "timestamp-order", .error, change.subject, .backwards(created.text, text), at: created.location,
        claims: [Claim(change.location, "its directory says that it was archived on \(text)")])
    }
  }

  private func isFuture(_ day: Int32) -> Bool {
    Timestamp(secondsSince1970: project.tree.now).map { day > $0.day.number + 1 } ?? false
  }
}

extension String {
  fileprivate static func finished(_ count: Int) -> String {
    (count == 1 ? "the only task is ticked" : "all \(count) tasks are ticked")
      + ", but the change is still active"
  }
  fileprivate static func uncounted(_ count: Int, open: Int) -> String {
    "\(Counted(count, "box", plural: "boxes")) outside of a \"-\" or \"*\" list: `openspec` does not count "
      + (count == 1 ? "it" : "them") + " (\(open) open)"
  }
  fileprivate static let noBoxes = "no task in this file has a box: `openspec` does not see any"
  fileprivate static func noDelta(_ name: String, _ path: String) -> String {
    "the proposal lists the capability \"\(name)\", but \(path) does not exist"
  }
  fileprivate static func unlisted(_ name: String) -> String {
    "the proposal does not list the capability \"\(name)\""
  }
  fileprivate static func unfinished(_ missing: Int, of count: Int) -> String {
    "the change is archived, but \(missing) of \(Counted(count, "task")) \(missing == 1 ? "is" : "are") open"
  }
  fileprivate static func notADate(_ text: String) -> String { "\"\(text)\" is not a date" }
  fileprivate static func future(_ text: String) -> String { "\(text) is in the future" }
  fileprivate static func backwards(_ created: String, _ archived: String) -> String {
    "the change was created on \(created), but archived on \(archived)"
  }
}
