import StatusClaims
import StatusDiagnostics
import StatusText

extension ChecklistRules {
  /// Two tasks with one number, and one task that is written twice; one finding a number.
  func checkDuplicates(into findings: inout ClaimFindings) {
    let twins = twins.sorted { $0.value[0] < $1.value[0] }
    for (id, boxes) in twins { report(id, boxes, into: &findings) }
  }

  /// The numbers of boxes with one id, by the ids that several have.
  var twins: [String: [Int]] {
    let numbered = list.boxes.indices.filter { list.boxes[$0].id != nil }
    return Dictionary(grouping: numbered) { list.boxes[$0].id ?? "" }.filter { $1.count > 1 }
  }

  private func report(_ id: String, _ boxes: [Int], into findings: inout ClaimFindings) {
    let first = list.boxes[boxes[0]]
    let others = boxes.dropFirst()
    if let other = others.first(where: { !isSame(first, list.boxes[$0]) }) {
      findings.report(
        "duplicate-id", .error, subject(first), .twoTasks(id, boxes.count),
        at: list.location(list.boxes[other]),
        claims: claims(boxes.filter { $0 != other }), help: "give each task a number of its own")
    } else if let other = others.first(where: { list.boxes[$0].isDone != first.isDone }) {
      let open = boxes.filter { !list.boxes[$0].isDone }
      // A copy with open parts is not done, whatever another one says.
      let isOpen = boxes.contains { list.boxes[$0].hasMissingParts }
      findings.report(
        "status-mismatch", .warning, subject(first),
        .twoStates(name(first), list.text(list.boxes[other]), list.text(first)),
        at: list.location(list.boxes[other]), claims: claims(boxes.filter { $0 != other }),
        help: "tick the open copy, or remove it",
        fix: isOpen ? nil : fix(.unsafe, open, mark: list.tick(dialect)))
    } else if let other = others.first {
      findings.report(
        "duplicate-id", .info, subject(first), .twice(name(first), boxes.count),
        at: list.location(list.boxes[other]),
        claims: claims(boxes.filter { $0 != other }), help: "remove the copy")
    }
  }

  /// Whether two boxes with one number are one task: most of the words are the same, or the second stands in a summary.
  func isSame(_ first: Checklist.Box, _ second: Checklist.Box) -> Bool {
    if TaskWords.areSame(first.title, second.title, list.source.bytes) { return true }
    guard let heading = second.heading else { return false }
    return Self.recaps.isStart(of: list.headings[heading].text, list.source.bytes)
  }

  private static let recaps = WordList(["remaining", "summary", "recap", "残り", "剩余"])
}

extension String {
  fileprivate static func twoTasks(_ id: String, _ count: Int) -> String {
    count == 2
      ? "two tasks have the number \(id)" : "\(count) boxes have the number \(id), and are not the same task"
  }
  fileprivate static func twoStates(_ name: String, _ here: String, _ there: String) -> String {
    "\(name) is \"\(here)\" here, but \"\(there)\" where it stands first"
  }
  fileprivate static func twice(_ name: String, _ count: Int) -> String {
    count == 2 ? "\(name) is written twice" : "\(name) is written \(count) times"
  }
}
