import StatusClaims
import StatusText

extension BMAD {
  /// "Never regress."
  var forwardKinds: Set<String> { ["story", "epic", "retrospective"] }

  func subjects(of tree: PlanTree) -> [PlanSubject] {
    let project = BMADProject(tree)
    return project.trackers.filter { project.original(of: $0) == nil }.flatMap { tracker in
      tracker.entries.map { Self.subject($0, in: tracker, project) } + Self.actions(in: tracker)
    }
  }

  /// What `entry` and its files keep.
  static func subject(
    _ entry: BMADTracker.Entry, in tracker: BMADTracker, _ project: BMADProject
  ) -> PlanSubject {
    let key = entry.key
    let copies = project.copies(of: tracker).compactMap { $0.byKey[key.text] }
    var claims = ([entry] + copies).compactMap { entry in
      entry.status.map { PlanClaim("development_status", $0, word: entry.reading.word?.text) }
    }
    if key.kind == .story {
      claims += project.file(key.text, of: tracker)?.claims ?? []
      claims += project.file("spec-\(key.text)", of: tracker)?.specClaims(for: entry) ?? []
    }
    var subject = PlanSubject(
      kind: key.kind.name, id: key.text, title: key.kind == .story ? key.title : "", claims: claims,
      statuses: key.kind.vocabulary,
      stage: entry.stage)
    if key.kind == .story {
      subject.names = key.number.map { [$0, $0.split(separator: "-").joined(separator: ".")] } ?? []
      subject.parent = tracker.epic(of: key)?.key.text
    } else if key.kind == .retrospective {
      subject.parent = String(key.text.dropLast("-retrospective".count))
      subject.isWanted = false
    }
    return subject
  }

  private static func actions(in tracker: BMADTracker) -> [PlanSubject] {
    let items = tracker.yaml.root?["action_items"].map { Array($0.elements) } ?? []
    return items.enumerated().map { index, item in
      let status = PlacedText(item["status"]).map {
        PlanClaim("status", $0, word: BMADWords.action.read($0.text).word?.text)
      }
      return PlanSubject(
        kind: "action item", id: item["id"]?.text ?? "action-\(index + 1)", title: item["title"]?.text ?? "",
        claims: [status].compactMap(\.self), statuses: BMADWords.action)
    }
  }

  func make(_ move: PlanMove, in tree: PlanTree, into edits: inout PlanEdits) {
    let project = BMADProject(tree)
    for tracker in project.trackers where project.original(of: tracker) == nil {
      guard move.subject.claims.contains(where: { $0.place.location.path == tracker.path }) else { continue }
      BMADMove(move, in: tracker, project).make(into: &edits)
    }
  }
}

extension BMADFile {
  /// What a story says of its status.
  fileprivate var claims: [PlanClaim] {
    statuses.map { PlanClaim("Status", $0, word: BMADWords.story.read($0.text).word?.text) }
  }

  /// The same of a spec, which has words of its own for what has not begun and for being in review.
  fileprivate func specClaims(for entry: BMADTracker.Entry) -> [PlanClaim] {
    statuses.map { status in
      let word = Vocabulary.fold(status.text)
      var claim = PlanClaim("status of the spec", status, word: word == "in-review" ? "review" : word) {
        word in
        ["backlog": "draft", "review": "in-review"][word] ?? word
      }
      // A spec is done while its story is in review.
      claim.isKept = !(BMADWords.specAgreements[word]?.contains(entry.reading.word?.text ?? "") ?? false)
      return claim
    }
  }
}
