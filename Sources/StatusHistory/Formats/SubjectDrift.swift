/// Finds the times in which places contradicted each other about a subject, commit by commit along first parents.
package struct SubjectDrift {
  /// The times, in the order in which they began.
  package private(set) var intervals: [SubjectInterval] = []
  /// The index of the time that goes on, by the root and the subject.
  private var open: [[HistoricSubject: Int]] = []
  private var fingerprints: [[ObjectID?]] = []

  /// No interval yet.
  package init() {}

  /// Takes the state after `commit` into account, which `audit` has given last.
  package mutating func observe(_ audit: PlanAudit, _ commit: LoggedCommit) {
    if open.isEmpty {
      open = audit.roots.map { _ in [:] }
      fingerprints = audit.roots.map { _ in [] }
    }
    for (index, state) in audit.states.enumerated() where fingerprints[index] != state.fingerprint {
      fingerprints[index] = state.fingerprint
      update(index, audit.roots[index], state, commit)
    }
  }

  private mutating func update(
    _ index: Int, _ root: HistoricRoot, _ state: RootState, _ commit: LoggedCommit
  ) {
    for (subject, interval) in open[index] where state.subjects[subject.id]?.contradiction == nil {
      intervals[interval].last = commit
      open[index][subject] = nil
    }
    for id in state.order {
      guard let found = state.subjects[id], open[index][found.subject] == nil,
        let claims = found.contradiction
      else { continue }
      let subject = found.subject
      open[index][subject] = intervals.count
      intervals.append(SubjectInterval(root: root, subject: subject, claims: claims, first: commit))
    }
  }
}
