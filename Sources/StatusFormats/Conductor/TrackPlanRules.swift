import StatusClaims
import StatusDiagnostics
import StatusText

/// What is judged of the boxes of one plan.
struct TrackPlanRules {
  private let list: Checklist
  private let track: Track
  /// Whether the track is done in the list of tracks.
  private let isDone: Bool
  private let rules: ChecklistRules

  /// The rules for `list`, the plan of `track`.
  init(_ list: Checklist, of track: Track, isDone: Bool) {
    self.list = list
    self.track = track
    self.isDone = isDone
    rules = ChecklistRules(list, Conductor.dialect, owner: track.subject, prefix: track.id)
  }

  /// The numbers of the boxes of `list` that are missing work; below a ticked task, that is said of the task.
  static func missing(in list: Checklist?) -> [Int] {
    guard let list else { return [] }
    var isBelowTick = [Bool](repeating: false, count: list.boxes.count)
    var missing: [Int] = []
    for (index, box) in list.boxes.enumerated() {
      if let parent = box.parent, parent < index {
        isBelowTick[index] = list.boxes[parent].isDone || isBelowTick[parent]
      }
      if box.isMissing, box.state != .unknown, !isBelowTick[index] { missing.append(index) }
    }
    return missing
  }

  /// Reports what does not agree.
  func check(into findings: inout ClaimFindings) {
    checkMarks(into: &findings)
    let missing = Self.missing(in: list)
    if track.isArchived, !isDone {
      checkArchived(missing, into: &findings)
      return
    }
    rules.checkFences(into: &findings)
    checkTicked(into: &findings)
    checkUnticked(into: &findings)
    if isDone {
      reportMissing(missing, into: &findings)
    } else {
      checkCheckpoints(missing, into: &findings)
    }
  }

  private func checkMarks(into findings: inout ClaimFindings) {
    for (index, box) in list.boxes.enumerated() {
      if let correction = box.correction {
        findings.report(
          "nonstandard-marker", track.severity(.warning), rules.subject(box), .spelling(list.text(box)),
          at: list.location(box), fix: rules.fix(.safe, [index], mark: correction))
      } else if box.state == .unknown, !box.flags.contains(.dropped) {
        findings.report(
          "unknown-marker", track.severity(.error), rules.subject(box), .notAMark(list.text(box)),
          at: list.location(box), help: "valid: \(Conductor.dialect.boxes)",
          fix: box.looksTicked ? rules.fix(.unsafe, [index], mark: list.tick(Conductor.dialect)) : nil)
      }
    }
  }

  private func checkArchived(_ missing: [Int], into findings: inout ClaimFindings) {
    guard let first = missing.first else { return }
    findings.report(
      "stale-directory-state", .info, track.subject, .archived(missing.count, of: list.boxes.count),
      at: list.location(list.boxes[first]), claims: rules.claims(Array(missing.dropFirst())))
  }

  // MARK: Tasks and their parts

  /// Ticked tasks above open ones. Who ticks tasks and never their parts does so throughout: one finding a plan.
  private func checkTicked(into findings: inout ClaimFindings) {
    let open = list.boxes.indices.filter { index in
      let box = list.boxes[index]
      return box.isMissing && box.state != .unknown && box.parent.map { list.boxes[$0].isDone } ?? false
    }
    let tasks = Set(open.compactMap { list.boxes[$0].parent }).sorted()
    guard let first = tasks.first else { return }
    findings.report(
      "rollup-mismatch", .warning, rules.subject(list.boxes[first]),
      .tickedTasks(rules.name(list.boxes[first]), tasks.count, open: open.count),
      at: list.location(list.boxes[first]), claims: rules.claims((tasks.dropFirst() + open).sorted()),
      help: "tick what is done, or untick the task",
      fix: rules.fix(.unsafe, open, mark: list.tick(Conductor.dialect)))
  }

  /// Open tasks all of whose parts are ticked.
  private func checkUnticked(into findings: inout ClaimFindings) {
    for (index, box) in list.boxes.enumerated() where box.isDoneByParts && box.isOwed {
      findings.report(
        "rollup-mismatch", .info, rules.subject(box), .openTask(rules.name(box)), at: list.location(box),
        fix: rules.fix(.unsafe, [index], mark: list.tick(Conductor.dialect)))
    }
  }

  // MARK: Finished tracks and phases

  private func reportMissing(_ missing: [Int], into findings: inout ClaimFindings) {
    guard let first = missing.first else { return }
    findings.report(
      "unchecked-work", .warning, track.subject, .missing(missing.count, of: list.boxes.count),
      at: list.location(list.boxes[first]), claims: rules.claims(Array(missing.dropFirst())),
      help: "tick what is done, or say in the task why it is not (\"(deferred)\")")
  }

  private func checkCheckpoints(_ missing: [Int], into findings: inout ClaimFindings) {
    for heading in list.headings where hasCheckpoint(heading.text) {
      let start = missing.partitioningIndex { $0 >= heading.firstBox }
      let end = missing.partitioningIndex { $0 >= heading.endBox }
      guard start < end else { continue }
      let open = missing[start..<end]
      findings.report(
        "unchecked-work", .warning, "\(track.subject) \(list.source.text(heading.text))",
        .checkpoint(open.count),
        at: list.location(list.boxes[open[start]]),
        claims: [Claim(Location(path: list.source.path, range: heading.text), "the checkpoint is here")]
          + rules.claims(Array(open.dropFirst())))
    }
  }

  /// Whether a heading names the commit at which its phase was finished: `[checkpoint: 1a2b3c4]`.
  private func hasCheckpoint(_ heading: ByteRange) -> Bool {
    let bytes = list.source.bytes
    let word = "[checkpoint:"
    guard let found = bytes[heading.indices].firstIndex(of: UInt8(ascii: "[")),
      let start = bytes[found..<heading.upper].map(ASCII.lowercased).index(ofText: word)
    else { return false }
    let commit = bytes[(found + start + word.utf8.count)..<heading.upper].drop(while: ASCII.isBlank)
    return commit.prefix { ASCII.isDigit($0) || 0x61...0x66 ~= ASCII.lowercased($0) }.count >= 4
  }
}

extension String {
  fileprivate static func spelling(_ box: String) -> String {
    "box \"\(box)\" is not written as Conductor reads it"
  }
  fileprivate static func notAMark(_ box: String) -> String { "\"\(box)\" is not a mark of a task" }
  fileprivate static func archived(_ missing: Int, of count: Int) -> String {
    "the track is in archive/, but \(missing) of \(Counted(count, "task")) \(missing == 1 ? "is" : "are") open"
  }
  fileprivate static func tickedTasks(_ name: String, _ tasks: Int, open: Int) -> String {
    let parts = "\(Counted(open, "part")) \(open == 1 ? "is" : "are") not"
    return tasks == 1
      ? "\(name) is ticked, but \(open == 1 ? "a part of it is" : "\(open) parts of it are") not"
      : "\(tasks) tasks are ticked, but \(parts)"
  }
  fileprivate static func openTask(_ name: String) -> String {
    "\(name) is not ticked, but all of its parts are"
  }
  fileprivate static func missing(_ missing: Int, of count: Int) -> String {
    "the track is done in tracks.md, but \(missing) of \(Counted(count, "task")) \(missing == 1 ? "is" : "are") open"
  }
  fileprivate static func checkpoint(_ open: Int) -> String {
    "the phase has a checkpoint, but \(open == 1 ? "a task of it is" : "\(open) tasks of it are") open"
  }
}
