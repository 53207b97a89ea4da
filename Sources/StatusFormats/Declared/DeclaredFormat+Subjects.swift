import StatusClaims
import StatusText

extension DeclaredFormat {
  package func subjects(of tree: PlanTree) -> [PlanSubject] {
    let claims = DeclaredClaims(self, tree)
    return claims.subjects.map { subject in
      let title = claims.claims(.title, of: subject).lazy.compactMap(\.written?.text).first ?? ""
      var shown = PlanSubject(
        kind: subject.kind, id: id(of: subject), title: title,
        claims: claims.claims(.status, of: subject).compactMap(place), statuses: statuses.written,
        stage: claims.status(of: subject)?.stage)
      shown.names = [subject.id]
      shown.parent = claims.parents[subject].map(id)
      return shown
    }
  }

  /// The id of a subject among all of a root: with its kind, if there are several.
  private func id(of subject: Subject) -> String {
    PathText.joined(subject.scope, kinds.count > 1 ? "\(subject.kind)-\(subject.id)" : subject.id)
  }

  /// The place of a claim of a status; nil if nothing is written there.
  private func place(_ claim: DeclaredClaim) -> PlanClaim? {
    guard let written = claim.written else { return nil }
    guard claim.box != nil else { return PlanClaim("status", written, word: claim.word) }
    let word = claim.stage.flatMap { stage in statuses.written.words.first { $0.stage == stage }?.text }
    return PlanClaim("box", written, word: word) { [statuses] word in
      statuses.written.word(word).flatMap { statuses.box($0.stage) } ?? written.text
    }
  }

  /// Writes the status in every place of the subject, and the numbers that follow.
  package func make(_ move: PlanMove, in tree: PlanTree, into edits: inout PlanEdits) {
    if move.subject.statusClaims.isEmpty {
      edits.refuse(
        "nothing says a status of \(move.subject.id)", help: "write its status where the others have theirs")
    }
    for claim in move.subject.statusClaims { edits.write(move.status.text, at: claim) }
    let before = DeclaredClaims(self, tree).claims(.count)
    let after = DeclaredClaims(self, self.tree(tree, with: edits))
    let counts = CountRelations(after)
    for (old, new) in zip(before, after.claims(.count)) {
      for (what, number) in counts.corrections(of: new) {
        if let place = old.numbers[what] { edits.write("\(number)", at: place, "count") }
      }
    }
  }

  /// The tree with `edits` in its files.
  private func tree(_ tree: PlanTree, with edits: PlanEdits) -> PlanTree {
    var files = tree.files
    for (path, file) in tree.files {
      guard let own = edits.edits[file.source.path], let reading = reading(of: path, isAsked: { _ in true }),
        let bytes = EditSet(own)?.applied(to: file.source.bytes)
      else { continue }
      files[path] = PlanFile(SourceText(path: file.source.path, bytes: bytes), reading)
    }
    return tree.with(files)
  }
}
