import StatusClaims
import StatusText

extension Conductor {
  /// The words that commands write. The list of tracks has no mark for a track that was given up.
  private static let written: Vocabulary = {
    var written = statuses
    written.words.removeAll { $0.stage == .closed }
    return written
  }()

  func subjects(of tree: PlanTree) -> [PlanSubject] {
    (ConductorProject(tree)?.listed ?? []).flatMap { entry, track -> [PlanSubject] in
      let place = PlanClaim("entry", entry.mark, word: entry.word, spelling: TrackEntry.mark)
      var subject = PlanSubject(
        kind: "track", id: track.id, title: entry.title, claims: [place] + Self.metadata(of: track),
        statuses: Self.written)
      subject.names = [entry.title]
      return [subject] + (track.rules.map { ChecklistSubjects($0, of: track.id).all } ?? [])
    }
  }

  /// The status in `metadata.json`, if somebody keeps it up: no command of Conductor writes it again.
  private static func metadata(of track: Track) -> [PlanClaim] {
    guard let status = track.status, let word = statuses.read(status.text).word, word.text != "new" else {
      return []
    }
    return [PlanClaim("metadata.json", status, word: word.text)]
  }

  func make(_ move: PlanMove, in tree: PlanTree, into edits: inout PlanEdits) {
    for (_, track) in ConductorProject(tree)?.listed ?? [] {
      if track.id == move.subject.id {
        for claim in move.subject.statusClaims { edits.write(move.status.text, at: claim) }
        if !Self.metadata(of: track).isEmpty {
          edits.write(now: tree.now, at: PlacedText(track.metadata?.json?["updated_at"]), "updated_at")
        }
      } else if move.subject.id.hasPrefix("\(track.id)/"), let rules = track.rules,
        let file = tree.files["\(track.directory)/plan.md"]
      {
        ChecklistMove(move, rules, in: file).make(into: &edits)
      }
    }
  }
}
