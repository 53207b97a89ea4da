import StatusClaims
import StatusDiagnostics
import StatusText

/// What is judged of stories: an entry of the tracker against the files of the story.
struct BMADStoryRules {
  private let tracker: BMADTracker
  private let project: BMADProject
  /// The files of stories that no entry is named after, by their numbers.
  private let strangers: [String: [BMADFile]]

  init(_ tracker: BMADTracker, in project: BMADProject) {
    self.tracker = tracker
    self.project = project
    strangers = Dictionary(grouping: project.strangers(of: tracker)) { $0.key.number ?? "" }
  }

  func check(into findings: inout ClaimFindings) {
    let repeated = tracker.repeatedKeys
    var missing: [BMADTracker.Entry] = []
    var present = 0
    let stories = tracker.stories.filter { !repeated.contains($0.key) }
    for (story, (hasFile, found)) in zip(stories, project.tree.map(stories, checkFiles)) {
      findings.add(found)
      guard story.hasBegun || story.reading.word?.text == "ready-for-dev" else { continue }
      if hasFile || project.holds(story.key.text, of: tracker) {
        present += 1
      } else if let other = namesake(of: story) {
        present += 1
        findings.report(
          "name-mismatch", .warning, story.key.text, .otherName(story, other), at: story.claim.location,
          claims: [Claim(other.file.start, "the file is here")],
          help: "BMAD looks for a file with the name of the key")
      } else if story.key.letter == nil {
        missing.append(story)
      }
    }
    report(missing, present: present, into: &findings)
    checkRetrospectives(into: &findings)
  }

  // MARK: Files

  /// Whether `story` has a file or a spec, and what is found in these.
  private func checkFiles(_ story: BMADTracker.Entry) -> (Bool, ClaimFindings) {
    let file = project.file(story.key.text, of: tracker)
    let spec = project.file("spec-\(story.key.text)", of: tracker)
    var findings = ClaimFindings()
    if let file { check(story, file, into: &findings) }
    if let spec { checkSpec(story, spec, into: &findings) }
    return (file != nil || spec != nil, findings)
  }

  /// The only file of a story that has the number of `story` and most of its words.
  private func namesake(of story: BMADTracker.Entry) -> BMADFile? {
    let found = (strangers[story.key.number ?? ""] ?? []).filter {
      TaskWords.areSame($0.key.words, story.key.words)
    }
    return found.count == 1 ? found[0] : nil
  }

  /// Stories without a file. Where most have none, the project keeps none.
  private func report(_ missing: [BMADTracker.Entry], present: Int, into findings: inout ClaimFindings) {
    if present >= missing.count {
      for story in missing {
        findings.report(
          "missing-artifact", .warning, story.key.text, .noFile(story), at: story.claim.location,
          missingFrom: [project.tree.whole(PathText.joined(tracker.directory, "\(story.key.text).md"))])
      }
    } else if let first = missing.first {
      findings.report(
        "missing-artifact", .info, PathText.name(of: tracker.path),
        .fewFiles(missing.count, of: missing.count + present),
        at: first.claim.location)
    }
  }

  private func checkRetrospectives(into findings: inout ClaimFindings) {
    for entry in tracker.entries where entry.key.kind == .retrospective && entry.stage == .done {
      let number = entry.key.parts.dropFirst().dropLast().joined(separator: "-")
      if project.hasRetrospective(number) { continue }
      findings.report(
        "missing-artifact", .info, entry.key.text, .noRetrospective(entry), at: entry.claim.location)
    }
  }

  // MARK: One file

  private func check(_ story: BMADTracker.Entry, _ file: BMADFile, into findings: inout ClaimFindings) {
    if let (number, location) = file.headingNumber, let own = file.key.number, number != own {
      findings.report(
        "name-mismatch", .warning, story.key.text, .otherNumber(number, own), at: location,
        help: "correct the heading or the name of the file")
    }
    let words = BMADWords.story
    if let first = file.statuses.first,
      let other = file.statuses.dropFirst().first(where: {
        Vocabulary.fold($0.text) != Vocabulary.fold(first.text)
      })
    {
      findings.report(
        "duplicate-status", .error, story.key.text, .twoStatuses(first.text, other.text), at: other.location,
        claims: [file.claim(first)])
    } else if let status = file.statuses.first {
      let agrees =
        BMADWords.agreements[Vocabulary.fold(status.text)]?.contains(story.reading.word?.text ?? "") ?? false
      if !agrees, compare(story, status, words.read(status.text), file, into: &findings) { return }
    }
    checkTasks(story, file, into: &findings)
  }

  /// Whether the status of the file was reported.
  private func compare(
    _ story: BMADTracker.Entry, _ status: PlacedText, _ reading: Vocabulary.Reading, _ file: BMADFile,
    into findings: inout ClaimFindings
  ) -> Bool {
    let words = BMADWords.story.words
    guard let here = story.reading.word, let text = story.status else { return false }
    guard let there = reading.word else {
      if BMADWords.agreements[Vocabulary.fold(status.text)] != nil {
        return mismatch(story, text, status, there: here, isAhead: true, &findings)
      }
      findings.report(
        "unknown-marker", .warning, story.key.text, .notAStatus(status.text), at: status.location,
        claims: [story.claim],
        help: BMADWords.story.help)
      return true
    }
    if here != there {
      let isAhead = (words.firstIndex(of: here) ?? 0) > (words.firstIndex(of: there) ?? 0)
      return mismatch(story, text, status, there: there, isAhead: isAhead, &findings)
    }
    if case .spelling(let word) = reading, word.text != status.text.lowercased() {
      findings.report(
        "nonstandard-marker", .warning, story.key.text, .otherSpelling(status.text, word.text),
        at: status.location,
        claims: [story.claim], fix: status.fix(.safe, word.text))
    }
    return false
  }

  /// Reports that the tracker and the file disagree. The fix takes what is further.
  private func mismatch(
    _ story: BMADTracker.Entry, _ text: PlacedText, _ status: PlacedText, there: Vocabulary.Word,
    isAhead: Bool,
    _ findings: inout ClaimFindings
  ) -> Bool {
    let fix =
      isAhead ? status.fix(.unsafe, story.reading.word?.text ?? text.text) : text.fix(.unsafe, there.text)
    findings.report(
      "status-mismatch", .warning, story.key.text, .mismatch(story, status.text), at: text.location,
      claims: [Claim(status.location, "the file says \"\(status.text)\"")],
      help: isAhead ? "the tracker is ahead" : "the file is ahead", fix: fix)
    return true
  }

  private func checkSpec(_ story: BMADTracker.Entry, _ spec: BMADFile, into findings: inout ClaimFindings) {
    guard let status = spec.statuses.first, let text = story.status, let word = story.reading.word,
      let agreeing = BMADWords.specAgreements[Vocabulary.fold(status.text)], !agreeing.contains(word.text)
    else { return }
    // Both words for being in review are the same status.
    let there = word.text == "review" ? "in-review" : word.text
    findings.report(
      "status-mismatch", .warning, story.key.text, .specMismatch(story, status.text), at: text.location,
      claims: [Claim(status.location, "the spec says \"\(status.text)\"")], fix: status.fix(.unsafe, there))
  }

  private func checkTasks(_ story: BMADTracker.Entry, _ file: BMADFile, into findings: inout ClaimFindings) {
    guard story.stage == .done, let (list, boxes) = file.tasks else { return }
    let open = boxes.filter(\.isOwed)
    guard let first = open.first else { return }
    findings.report(
      "unchecked-work", .warning, story.key.text, .openTasks(story, open.count, of: boxes.count),
      at: list.location(first),
      claims: [story.claim] + open.dropFirst().map { Claim(list.location($0), "another open box") },
      help: "tick what is done, or say in the task why it is not (\"(deferred)\")")
  }
}

extension String {
  fileprivate static func otherName(_ story: BMADTracker.Entry, _ file: BMADFile) -> String {
    "the file of \(story.key.text) is called \(file.key.text).md"
  }
  fileprivate static func noFile(_ story: BMADTracker.Entry) -> String {
    "\(story.described), but \(story.key.text).md was not found"
  }
  fileprivate static func fewFiles(_ missing: Int, of count: Int) -> String {
    "\(missing) of \(Counted(count, "story", plural: "stories")) past the backlog \(missing == 1 ? "has" : "have") no file"
  }
  fileprivate static func noRetrospective(_ entry: BMADTracker.Entry) -> String {
    "\(entry.described), but no file of it was found"
  }
  fileprivate static func otherNumber(_ number: String, _ own: String) -> String {
    "the heading says story \(number), but the name of the file \(own)"
  }
  fileprivate static func twoStatuses(_ first: String, _ second: String) -> String {
    "the file says \"\(first)\" and \"\(second)\""
  }
  fileprivate static func notAStatus(_ text: String) -> String { "\"\(text)\" is not a status of a story" }
  fileprivate static func otherSpelling(_ text: String, _ word: String) -> String {
    "\"\(text)\" is not how BMAD writes \"\(word)\""
  }
  fileprivate static func mismatch(_ story: BMADTracker.Entry, _ text: String) -> String {
    "\(story.described) in the tracker, but \"\(text)\" in its file"
  }
  fileprivate static func specMismatch(_ story: BMADTracker.Entry, _ text: String) -> String {
    "\(story.described) in the tracker, but \"\(text)\" in its spec"
  }
  fileprivate static func openTasks(_ story: BMADTracker.Entry, _ open: Int, of count: Int) -> String {
    "\(story.described), but \(open) of \(Counted(count, "box", plural: "boxes")) of its tasks \(open == 1 ? "is" : "are") open"
  }
}
