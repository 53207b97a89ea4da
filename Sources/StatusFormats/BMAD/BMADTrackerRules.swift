import StatusClaims
import StatusDiagnostics
import StatusModel
import StatusSyntax
import StatusText

/// What is judged of a tracker by itself.
struct BMADTrackerRules {
  private let tracker: BMADTracker
  private let project: BMADProject

  init(_ tracker: BMADTracker, in project: BMADProject) {
    self.tracker = tracker
    self.project = project
  }

  func check(into findings: inout ClaimFindings) {
    checkKeys(into: &findings)
    for entry in tracker.entries { checkStatus(entry, into: &findings) }
    let stories = Dictionary(grouping: tracker.stories) { tracker.epic(of: $0.key)?.key.text ?? "" }
    for entry in tracker.entries where entry.key.kind == .epic {
      checkEpic(entry, stories[entry.key.text] ?? [], into: &findings)
    }
    checkActions(into: &findings)
    checkDates(into: &findings)
  }

  /// Reports what a copy has in the place of statuses, as far as the `original` has something else there.
  func checkCopy(of original: BMADTracker, into findings: inout ClaimFindings) {
    for entry in tracker.entries where entry.status?.text != original.byKey[entry.key.text]?.status?.text {
      checkStatus(entry, into: &findings)
    }
  }

  // MARK: Keys and statuses

  private func checkKeys(into findings: inout ClaimFindings) {
    var first: [String: BMADTracker.Entry] = [:]
    var numbers: [String: BMADTracker.Entry] = [:]
    for entry in tracker.entries {
      if let other = first[entry.key.text] {
        findings.report(
          "duplicate-id", .error, entry.key.text, .twice(entry), at: entry.location, claims: [other.claim],
          help: "keep one of them: readers of YAML refuse the file, or drop one")
        continue
      }
      first[entry.key.text] = entry
      guard entry.key.kind == .story, let number = entry.key.number else { continue }
      let id = "\(number) \(entry.key.letter ?? "")"
      if let other = numbers[id] {
        findings.report(
          "duplicate-id", .warning, entry.key.text, .sameNumber(number), at: entry.location,
          claims: [other.claim],
          help: "BMAD does not find a story by a number that two have")
      } else {
        numbers[id] = entry
      }
    }
  }

  private func checkStatus(_ entry: BMADTracker.Entry, into findings: inout ClaimFindings) {
    guard let status = entry.status else { return }
    let words = entry.key.kind.vocabulary
    switch entry.reading {
    case .standard: break
    case .variant(let word):
      findings.report(
        "nonstandard-marker", .info, entry.key.text, .oldWord(status.text, word.text), at: status.location,
        fix: status.fix(.safe, word.text))
    case _ where status.text.isEmpty:
      findings.report(
        "missing-status", .error, entry.key.text, .noStatus(entry.key.text), at: entry.location,
        help: words.help)
    case .spelling(let word), .synonym(let word):
      var isSpelling = false
      if case .spelling = entry.reading { isSpelling = true }
      findings.report(
        "unknown-marker", .error, entry.key.text, .notAStatus(status.text, of: entry.key.kind.noun),
        at: status.location,
        help: words.help, fix: status.fix(isSpelling ? .safe : .unsafe, word.text))
    case .closed, .unknown:
      findings.report(
        "unknown-marker", .error, entry.key.text, .notAStatus(status.text, of: entry.key.kind.noun),
        at: status.location,
        help: words.help)
    }
  }

  private func checkActions(into findings: inout ClaimFindings) {
    guard let items = tracker.yaml.root?["action_items"] else { return }
    for item in items.elements {
      let status = PlacedText(item["status"])
      let text = status?.text ?? ""
      let reading = BMADWords.action.read(text)
      if case .standard = reading { continue }
      findings.report(
        "unknown-marker", .error, "action item",
        text.isEmpty ? .noStatus("the action item") : .notAStatus(text, of: "an action item"),
        at: status?.location ?? Location(path: tracker.path, range: item.range), help: BMADWords.action.help,
        fix: reading.word.flatMap { status?.fix(.safe, $0.text) })
    }
  }

  // MARK: Epics

  private func checkEpic(
    _ epic: BMADTracker.Entry, _ stories: [BMADTracker.Entry], into findings: inout ClaimFindings
  ) {
    let retrospective = tracker.byKey["\(epic.key.text)-retrospective"]
    let open = stories.first { !$0.isClosed && $0.stage != nil }
    if let retrospective, retrospective.stage == .done, let open {
      findings.report(
        "rollup-mismatch", .warning, retrospective.key.text, .earlyRetrospective(epic, open),
        at: retrospective.claim.location,
        claims: [open.claim])
    }
    guard let status = epic.status, let stage = epic.stage else { return }
    func report(_ severity: Severity, _ message: String, _ claims: [Claim], fix: String?) {
      findings.report(
        "rollup-mismatch", severity, epic.key.text, message, at: status.location, claims: claims,
        fix: fix.flatMap { status.fix(.unsafe, $0) })
    }
    switch stage {
    case .done: if let open { report(.warning, .tooEarly(epic, open), [open.claim], fix: "in-progress") }
    case .open:
      if let begun = stories.first(where: \.hasBegun) {
        report(.warning, .tooLate(epic, begun), [begun.claim], fix: "in-progress")
      }
    case .active:
      if stories.isEmpty {
        report(.info, .noStories(epic), [], fix: nil)
      } else if stories.allSatisfy(\.isClosed) {
        let isOver = retrospective?.stage == .done
        let claims = [stories.last, isOver ? retrospective : nil].compactMap { $0?.claim }
        report(isOver ? .warning : .info, .allDone(epic, stories.count, isOver: isOver), claims, fix: "done")
      }
    case .closed: break
    }
  }

  // MARK: Dates

  private func checkDates(into findings: inout ClaimFindings) {
    let root = tracker.yaml.root
    let subject = PathText.name(of: tracker.path)
    let entries = ["generated", "last_updated"].map { name in
      DateRules.Entry(name, PlacedText(root?[name])) { Self.date($0)?.timestamp }
    }
    for case let entry? in entries where Self.date(entry.place.text)?.hasRemark ?? false {
      findings.report(
        "timestamp-form", .info, subject, .remark(entry.name, entry.place.text), at: entry.place.location,
        help: "put the text into a comment")
    }
    DateRules(subject: subject, now: project.tree.now).check(entries[0], entries[1], into: &findings)
  }

  /// A date as BMAD writes it, month first, or as everybody else does; and whether text follows it.
  static func date(_ text: String) -> (timestamp: Timestamp, hasRemark: Bool)? {
    let words = text.split(separator: " ", maxSplits: 2)
    guard let first = words.first else { return nil }
    let parts = first.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 3, parts[0].count == 2, parts[2].count == 4 {
      return Timestamp.read("\(parts[2])-\(parts[0])-\(parts[1])").found.map {
        ($0.timestamp, words.count > 2)
      }
    }
    guard let found = Timestamp.read(text).found else {
      return Timestamp.read(String(first)).found.map { ($0.timestamp, true) }
    }
    return (found.timestamp, found.range.count < text.utf8.count)
  }
}

extension String {
  fileprivate static func twice(_ entry: BMADTracker.Entry) -> String {
    "\"\(entry.key.text)\" is listed twice"
  }
  fileprivate static func sameNumber(_ number: String) -> String { "two stories have the number \(number)" }
  fileprivate static func oldWord(_ text: String, _ word: String) -> String {
    "\"\(text)\" is an old word for \"\(word)\""
  }
  fileprivate static func noStatus(_ key: String) -> String { "\(key) has no status" }
  fileprivate static func notAStatus(_ text: String, of noun: String) -> String {
    "\"\(text)\" is not a status of \(noun)"
  }
  fileprivate static func earlyRetrospective(_ epic: BMADTracker.Entry, _ story: BMADTracker.Entry) -> String
  {
    "the retrospective of \(epic.key.text) is done, but \(story.described)"
  }
  fileprivate static func tooEarly(_ epic: BMADTracker.Entry, _ story: BMADTracker.Entry) -> String {
    "\(epic.described), but \(story.described)"
  }
  fileprivate static func tooLate(_ epic: BMADTracker.Entry, _ story: BMADTracker.Entry) -> String {
    "\(epic.described), but \(story.described)"
  }
  fileprivate static func noStories(_ epic: BMADTracker.Entry) -> String {
    "\(epic.described), but has no stories"
  }
  fileprivate static func allDone(_ epic: BMADTracker.Entry, _ count: Int, isOver: Bool) -> String {
    "\(epic.described), but \(count == 1 ? "its only story is" : "all of its \(count) stories are") finished"
      + (isOver ? ", and so is its retrospective" : "")
  }
  fileprivate static func remark(_ name: String, _ text: String) -> String {
    "\(name) \"\(text)\" has text after the date"
  }
}
