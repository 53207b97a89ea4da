import StatusClaims
import StatusDiagnostics
import StatusText

/// A move of a subject, planned and judged, and not yet written.
package struct PlanUpdate: Sendable {
  /// The move.
  package let move: PlanMove
  /// The places that it writes.
  package let places: [PlanEdits.Place]
  /// The files that it changes, sorted by path; empty if it changes nothing or is refused.
  package let files: [EditedFile]
  /// Why it is refused; empty if it can be made.
  package let refusals: [PlanEdits.Refusal]
  /// What it makes worse.
  package let worse: [Finding]

  /// The update that makes `move` in the root that `root` judges. What it would make worse refuses it, unless it is meant.
  package init(_ move: PlanMove, in root: PlanInspection) {
    self.move = move
    var edits = PlanEdits()
    for (path, reason) in root.snapshot.failures.sorted(by: { $0.key < $1.key }) {
      edits.refuse("\(path) cannot be read: \(reason)", help: "make the file readable, and try again")
    }
    if edits.refusals.isEmpty {
      root.snapshot.make(move, into: &edits)
    }
    for path in edits.edits.keys.sorted() where root.snapshot.file(at: path)?.hasConflict ?? false {
      edits.refuse("\(path) holds two versions that git could not merge", help: "resolve the conflict")
    }
    var files: [EditedFile] = []
    for (path, changes) in edits.edits.sorted(by: { $0.key < $1.key }) {
      var file = EditedFile(path: path, original: root.bytes(at: path))
      guard let set = EditSet(changes), file.make(set) else {
        edits.refuse("two places in \(path) overlap", help: "please report this as a bug")
        continue
      }
      files.append(file)
    }
    guard edits.refusals.isEmpty, !files.isEmpty else {
      (places, self.files, worse, refusals) = (edits.places, [], [], edits.refusals)
      return
    }
    let change = PlanChange(
      root, Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first }))
    if !move.isMeant {
      for finding in change.worse where !root.snapshot.format.bearable.contains(finding.rule) {
        let closes =
          finding.rule == "rollup-mismatch" && !move.includesParts && move.status.stage == .done
          && !root.snapshot.subjects.parts(of: move.subject).isEmpty
        edits.refuse(
          "\(finding.message) [\(finding.rule)]",
          help: "\(closes ? "--with-subtasks closes open parts; else " : "")change that first, or say with "
            + "--allow-transition REASON that it is meant", mayBeMeant: true)
      }
    }
    (places, worse, refusals) = (edits.places, change.worse, edits.refusals)
    self.files = refusals.isEmpty ? files : []
  }
}

extension PlanSnapshot {
  /// Writes `move`, at its moment.
  fileprivate func make(_ move: PlanMove, into edits: inout PlanEdits) {
    guard let moment = move.moment else { return format.make(move, in: tree, into: &edits) }
    var later = edits
    format.make(move, in: tree.at(moment), into: &edits)
    format.make(move, in: tree.at(moment + Self.otherTime), into: &later)
    if edits.places.map(\.new) == later.places.map(\.new) {
      edits.refuse("nothing says when \(move.subject.id) moved", help: "leave out --timestamp")
    }
  }

  /// After so many seconds, every form of a moment is another one.
  private static let otherTime = 400 * 86_400

  /// What the root keeps.
  package var subjects: PlanSubjects { PlanSubjects(format.subjects(of: tree)) }
}
