import StatusClaims
import StatusDiagnostics
import StatusEngine

/// What an edit does to a root of another format: what it moves, what it makes worse, and whether it only ticks boxes.
package struct PlanEditJudgement: Sendable {
  /// The root before the edit.
  package let before: PlanInspection
  /// The root after it.
  package let after: PlanInspection
  /// The subjects that get another status by it, as they were before.
  package let moves: [PlanMove]
  /// The errors that it makes, and the warnings about what it moves.
  package let worse: [Finding]
  /// Whether it changes nothing but marks in boxes, as the programs and prompts of the formats do.
  package let onlyTicks: Bool

  /// The judgement of an edit of the files at `paths`, from the repository root.
  package init(from before: PlanInspection, to after: PlanInspection, editing paths: some Sequence<String>) {
    self.before = before
    self.after = after
    let subjects = before.snapshot.subjects
    let new = Dictionary(
      after.snapshot.subjects.all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var moves: [PlanMove] = []
    var places: Set<Location> = []
    for old in subjects.all {
      guard let subject = new[old.id], let word = Self.newStatus(old, subject) else { continue }
      places.formUnion(subject.claims.map(\.place.location))
      if let status = old.statuses.word(word) { moves.append(PlanMove(old, to: status)) }
    }
    self.moves = moves
    let change = PlanChange(from: before, to: after)
    worse = change.worse.filter { finding in
      finding.severity == .error || finding.location.map(places.contains) ?? false
        || finding.related.contains { places.contains($0.location) }
    }
    onlyTicks = paths.allSatisfy { path in
      Self.onlyTicks(subjects, before.bytes(at: path), after.bytes(at: path), path)
    }
  }

  /// The status that one of the places of a subject says after an edit, and did not before.
  private static func newStatus(_ old: PlanSubject, _ new: PlanSubject) -> String? {
    let known = old.statusClaims.map { $0.word ?? $0.place.text }
    let words = new.statusClaims.map { $0.word ?? $0.place.text }
    return zip(known, words).first { $0 != $1 }?.1
  }

  private static func onlyTicks(
    _ subjects: PlanSubjects, _ old: [UInt8]?, _ new: [UInt8]?, _ path: String
  ) -> Bool {
    guard let old, let new, old.count == new.count else { return false }
    let boxes = subjects.all.flatMap(\.claims).filter { $0.name == "box" && $0.place.location.path == path }
    var marks = Set(boxes.flatMap { $0.place.location.range.indices })
    marks.formIntersection(old.indices.filter { old[$0] != new[$0] })
    return marks.count == old.indices.count { old[$0] != new[$0] }
  }
}
