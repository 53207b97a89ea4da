import StatusClaims
import StatusText

/// All that is said about one subject of another format, as text.
struct SubjectText {
  private let root: PlanRoots.Root
  private let shown: ShownPath
  private let places: ClaimPlaces

  init(_ root: PlanRoots.Root, _ shown: ShownPath) {
    self.root = root
    self.shown = shown
    places = ClaimPlaces(root)
  }

  func render(_ subject: PlanSubject) -> Message {
    let kind: Message = "\(subject.kind.prefix(1).uppercased() + subject.kind.dropFirst())"
    var text: Message = "\(kind) \(subject.id)\(subject.title.isEmpty ? "" : ": ")\(subject.title)\n"
    for (facet, title) in [(PlanClaim.Facet.status, "Status"), (.count, "Counts"), (.date, "Dates")] {
      let claims = subject.claims.filter { $0.facet == facet }
      if claims.isEmpty { continue }
      text += "\n\(title)\n"
      for claim in claims { text += line(claim) }
    }
    let parts = root.subjects.allParts(of: subject)
    if !parts.isEmpty, let progress = root.subjects.progress(of: subject) {
      text += "\nParts, \(progress.done) of \(progress.total) done\n"
      let ids = parts.map { "\(String(repeating: "  ", count: $0.depth))\($0.part.id)" as Message }
      let width = ids.map(\.columns).max() ?? 0
      for (id, part) in zip(ids, parts.map(\.part)) {
        let status: Message = "\(part.status ?? "-")"
        text += "  \(id.padded(to: width))  "
        text += part.title.isEmpty ? "\(status)\n" : "\(status.padded(to: 14))  \(part.title)\n"
      }
    }
    let statuses = subject.statuses.words.map(\.text).joined(separator: ", ")
    return text + (statuses.isEmpty ? "" : "\nStatuses: \(statuses)\n")
  }

  private func line(_ claim: PlanClaim) -> Message {
    let word: Message = "\(claim.word ?? claim.place.text)"
    let position = places.position(of: claim)
    let path = shown.unescaped(claim.place.location.path)
    let written: Message = claim.word == claim.place.text ? "" : " \"\(claim.place.text)\""
    return "  \(word.padded(to: 14))  \(path):\(position.line):\(position.column)  \(claim.name)\(written)\n"
  }
}
