import StatusClaims
import StatusDiagnostics
import StatusText

/// What is judged of the tasks of a feature: boxes, parents, numbers, dependencies and phases.
struct FeatureTasks {
  private let feature: Feature
  private let file: PlanFile
  private let list: Checklist
  private let rules: ChecklistRules
  private let tree: PlanTree

  init(_ feature: Feature, _ tasks: (file: PlanFile, list: Checklist), in tree: PlanTree) {
    self.feature = feature
    file = tasks.file
    list = tasks.list
    self.tree = tree
    rules = feature.rules(for: list)
  }

  func check(into findings: inout ClaimFindings) {
    rules.checkMarkers(into: &findings)
    rules.checkFences(into: &findings)
    rules.checkRollups(into: &findings)
    rules.checkHeadings(into: &findings)
    rules.checkDuplicates(into: &findings)
    rules.checkCounts(file.outline, into: &findings)
    checkDependencies(into: &findings)
    checkPhases(into: &findings)
    checkGaps(into: &findings)
  }

  /// Ticked tasks whose own text names a dependency that is open; one finding a task.
  private func checkDependencies(into findings: inout ClaimFindings) {
    var known: [Int: [Int]] = [:]
    for (index, box) in list.boxes.enumerated() {
      for number in FeatureReferences.numbers(of: box, list.source) {
        known[number, default: []].append(index)
      }
    }
    for box in list.boxes where box.isDone {
      let text = ByteRange(box.title.lower, max(box.title.upper, box.details.upper))
      let numbers = TaskReferences.dependencies(in: list.source.bytes, text)
      let open = numbers.flatMap { known[$0] ?? [] }.filter { list.boxes[$0].isMissing }
      if open.isEmpty { continue }
      let names = open.compactMap { list.boxes[$0].id }.joined(separator: ", ")
      findings.report(
        "unmet-dependency", .warning, rules.subject(box), .unmet(rules.name(box), names, open.count),
        at: list.location(box),
        claims: rules.claims(open), help: "tick the dependency if it is done, or correct what the task says")
    }
  }

  /// Phases before the first story of which nothing is begun, though a story is finished.
  private func checkPhases(into findings: inout ClaimFindings) {
    let phases = list.headings.compactMap { heading in Phase(heading, list) }
    let stories = phases.filter(\.isStory)
    guard let first = stories.map(\.number).min(), let done = stories.first(where: \.isDone) else { return }
    for phase in phases where !phase.isStory && phase.number < first && phase.isUntouched {
      findings.report(
        "skipped-phase", .warning, feature.subject, .skipped(phase.text, phase.count, done.text),
        at: Location(path: list.source.path, range: phase.range),
        claims: [Claim(Location(path: list.source.path, range: done.range), "this phase is finished")],
        help: "tick what is done")
    }
  }

  /// A phase by its heading: "Phase 3: User Story 1".
  private struct Phase {
    let number: Int
    let text: String
    let range: ByteRange
    let isStory: Bool
    let isDone: Bool
    let isUntouched: Bool
    let count: Int

    init?(_ heading: Checklist.Heading, _ list: Checklist) {
      let bytes = list.source.bytes
      guard ASCII.begins(bytes, at: heading.text.lower, before: heading.text.upper, with: "phase ") else {
        return nil
      }
      let digits = bytes[(heading.text.lower + 6)..<heading.text.upper].prefix { ASCII.isDigit($0) }
      guard digits.count < 6, let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
      self.number = number
      text = list.source.text(heading.text)
      range = heading.text
      let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
      isStory =
        !StoryNumbers.all(in: bytes, heading.text).isEmpty
        || zip(words, words.dropFirst()).contains { $0 == "user" && $1 == "story" }
      let boxes = list.boxes[heading.boxes].filter {
        $0.flags.isEmpty
      }
      count = boxes.count
      isDone = !boxes.isEmpty && boxes.allSatisfy(\.isDone)
      isUntouched = boxes.count >= 2 && boxes.allSatisfy { $0.state == .open }
    }
  }

  /// A few numbers that no task has.
  private func checkGaps(into findings: inout ClaimFindings) {
    guard tree.isAsked("number-gap"), let first = list.boxes.first else { return }
    let numbers = Set(list.boxes.flatMap { FeatureReferences.numbers(of: $0, list.source) })
    guard let low = numbers.min(), let high = numbers.max(), high - low + 1 - numbers.count <= 10 else {
      return
    }
    let missing = (low...high).filter { !numbers.contains($0) }
    if missing.isEmpty { return }
    findings.report(
      "number-gap", .info, feature.subject,
      "no task has the number \(missing.map { "T\($0.zeroPadded(to: 3))" }.joined(separator: ", "))",
      at: list.location(first))
  }
}

extension String {
  fileprivate static func unmet(_ name: String, _ open: String, _ count: Int) -> String {
    "\(name) is ticked, but \(open), on which it depends, \(count == 1 ? "is" : "are") not"
  }
  fileprivate static func skipped(_ phase: String, _ open: Int, _ done: String) -> String {
    "\"\(phase)\" is not begun (\(Counted(open, "open task"))), but \"\(done)\" after it is finished"
  }
}
