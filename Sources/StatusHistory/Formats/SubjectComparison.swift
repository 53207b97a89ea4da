import StatusFormats

/// Finds out what a commit did to the subjects of a root.
struct SubjectComparison {
  private let root: HistoricRoot
  private let before: RootState
  private let after: RootState
  private let others: [RootState]

  /// What was done from `before` to `after`. `others` are what further parents say.
  init(_ root: HistoricRoot, from before: RootState, to after: RootState, others: [RootState]) {
    self.root = root
    self.before = before
    self.after = after
    self.others = others
  }

  /// What happened, in the order of the format.
  var events: [SubjectEvent] {
    if before.fingerprint == after.fingerprint { return [] }
    return faults + after.order.compactMap(change) + before.order.compactMap(loss)
  }

  private var faults: [SubjectEvent] {
    after.faults.sorted { $0.key < $1.key }.filter { before.faults[$0.key] == nil }.map { path, fault in
      SubjectEvent(.unreadable, root, files: [path], remark: fault)
    }
  }

  private func change(_ id: String) -> SubjectEvent? {
    guard let subject = after.subjects[id] else { return nil }
    let name = subject.subject
    guard let former = before.subjects[id] else {
      if others.contains(where: { $0.subjects[id] != nil }) { return nil }
      return SubjectEvent(.appeared, root, name, new: subject.status, files: subject.files)
    }
    // A move that is in a parent is not new in the merge.
    guard former.status?.text != subject.status?.text,
      !others.contains(where: { $0.subjects[id]?.status?.text == subject.status?.text })
    else { return nil }
    guard after.isSame(id, as: before) else {
      return SubjectEvent(.appeared, root, name, new: subject.status, files: subject.files)
    }
    return SubjectEvent(
      .moved, root, name, old: former.status, new: subject.status, files: subject.files,
      rule: rule(name.kind, from: former.status, to: subject.status))
  }

  private func loss(_ id: String) -> SubjectEvent? {
    guard after.subjects[id] == nil, let former = before.subjects[id],
      others.allSatisfy({ $0.subjects[id] != nil })
    else { return nil }
    return SubjectEvent(.vanished, root, former.subject, old: former.status)
  }

  private func rule(_ kind: String, from old: SubjectStatus?, to new: SubjectStatus?) -> String? {
    guard root.format.forwardKinds.contains(kind), let old, let place = old.place, let next = new?.place,
      next < place
    else { return nil }
    return old.isEnd ? "terminal-status-changed" : "illegal-transition"
  }
}
