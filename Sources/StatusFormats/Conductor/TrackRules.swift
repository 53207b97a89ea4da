import StatusClaims
import StatusDiagnostics
import StatusText

/// What is judged of one track: its entry, its plan and its metadata.
struct TrackRules {
  private let track: Track
  private let entry: TrackEntry?
  private let now: Int

  /// The rules for `track`, which `entry` lists.
  init(_ track: Track, _ entry: TrackEntry?, now: Int) {
    self.track = track
    self.entry = entry
    self.now = now
  }

  /// Reports what does not agree.
  func check(into findings: inout ClaimFindings) {
    if let metadata = track.metadata { checkFile(metadata, into: &findings) }
    checkStatus(into: &findings)
    guard let entry, let stage = entry.stage else { return }
    if stage != .open, track.plan == nil { reportMissingPlan(entry, into: &findings) }
    checkPlan(entry, stage, into: &findings)
    checkShelf(entry, stage, into: &findings)
  }

  // MARK: Metadata

  private func checkFile(_ file: PlanFile, into findings: inout ClaimFindings) {
    findings.reportJSONFaults(of: file, track.severity(.error))
    if let id = PlacedText(file.json?["track_id"] ?? file.json?["id"]), !id.text.isEmpty, id.text != track.id
    {
      findings.report(
        "name-mismatch", track.severity(.warning), track.subject, .otherID(id.text, track.id), at: id.location
      )
    }
    DateRules(subject: track.subject, now: now, severity: track.severity(.error))
      .check(
        .init("created_at", PlacedText(file.json?["created_at"])),
        .init("updated_at", PlacedText(file.json?["updated_at"])), into: &findings)
  }

  private func checkStatus(into findings: inout ClaimFindings) {
    guard let status = track.status else { return }
    let reading = Conductor.statuses.read(status.text)
    switch reading {
    case .standard, .variant: break
    case .spelling(let word):
      findings.report(
        "nonstandard-marker", .info, track.subject, .spelling(status.text, word.text), at: status.location,
        fix: status.fix(.safe, word.text))
    case .synonym, .closed, .unknown:
      findings.report(
        "unknown-marker", .info, track.subject, .notAStatus(status.text), at: status.location,
        help: Conductor.statuses.help, fix: reading.word.flatMap { status.fix(.unsafe, $0.text) })
    }
    // Only a person writes the field again: "new" says that it was left as it was created.
    let isDead = reading.word?.text == "new"
    guard let entry, let here = reading.stage, let there = entry.stage, here != .closed, here != there,
      !(isDead && track.isArchived), let word = Conductor.statuses.words.first(where: { $0.stage == there })
    else { return }
    findings.report(
      "status-mismatch", isDead ? .info : .warning, track.subject, .otherStatus(status.text, entry.mark.text),
      at: status.location, claims: [claim(entry)], fix: status.fix(.unsafe, word.text))
  }

  private func claim(_ entry: TrackEntry) -> Claim { entry.mark.claim("the track") }

  // MARK: The plan

  private func reportMissingPlan(_ entry: TrackEntry, into findings: inout ClaimFindings) {
    let path = PathText.parent(of: track.place.path) + "/plan.md"
    findings.report(
      "missing-artifact", .warning, track.subject, .noPlan(entry.mark.text), at: entry.mark.location,
      missingFrom: [path])
  }

  private func checkPlan(_ entry: TrackEntry, _ stage: Vocabulary.Stage, into findings: inout ClaimFindings) {
    guard let plan = track.plan, plan.isComplete, let first = plan.boxes.first else { return }
    func report(_ severity: Severity, _ message: String, _ box: Checklist.Box, _ mark: String) {
      findings.report(
        "rollup-mismatch", severity, track.subject, message, at: entry.mark.location,
        claims: [Claim(plan.location(box), "the plan has \"\(plan.text(box))\" here")],
        fix: entry.mark.fix(.unsafe, mark))
    }
    let done = plan.boxes.count { $0.isDone }
    if stage != .done, done > 0, plan.boxes.allSatisfy({ $0.isDone || !$0.flags.isEmpty }) {
      report(.warning, .allTicked(entry.mark.text, done), first, "[x]")
    } else if stage == .open, !track.isArchived,
      let begun = plan.boxes.first(where: { $0.isDone || $0.state == .active })
    {
      report(.info, .begun(entry.mark.text), begun, "[~]")
    }
  }

  // MARK: The directory

  private func checkShelf(_ entry: TrackEntry, _ stage: Vocabulary.Stage, into findings: inout ClaimFindings)
  {
    if track.isArchived, stage != .done {
      findings.report(
        "stale-directory-state", .warning, track.subject, .archived(entry.mark.text), at: entry.mark.location,
        claims: [Claim(track.place, "the track is in archive/")], fix: entry.mark.fix(.unsafe, "[x]"))
    } else if !track.isArchived, stage == .done, TrackPlanRules.missing(in: track.plan).isEmpty {
      findings.report(
        "stale-directory-state", .info, track.subject, .notArchived, at: entry.mark.location,
        claims: [Claim(track.place, "the track is here")])
    }
  }
}

extension String {
  fileprivate static func otherID(_ id: String, _ directory: String) -> String {
    "metadata.json is of the track \"\(id)\", but the directory is \"\(directory)\""
  }
  fileprivate static func spelling(_ text: String, _ word: String) -> String {
    "status \"\(text)\" is written \"\(word)\""
  }
  fileprivate static func notAStatus(_ text: String) -> String { "\"\(text)\" is not a status of a track" }
  fileprivate static func otherStatus(_ text: String, _ mark: String) -> String {
    "the status is \"\(text)\" here, but \"\(mark)\" in tracks.md"
  }
  fileprivate static func noPlan(_ mark: String) -> String {
    "the track is \"\(mark)\", but has no plan.md"
  }
  fileprivate static func allTicked(_ mark: String, _ count: Int) -> String {
    "the track is \"\(mark)\", but "
      + (count == 1 ? "the only task of its plan is ticked" : "all \(count) tasks of its plan are ticked")
  }
  fileprivate static func begun(_ mark: String) -> String {
    "the track is \"\(mark)\", but its plan has begun"
  }
  fileprivate static func archived(_ mark: String) -> String {
    "the track is in archive/, but \"\(mark)\" in tracks.md"
  }
  fileprivate static let notArchived = "the track is done, but not in archive/"
}
