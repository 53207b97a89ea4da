import StatusModel

/// What a revision says of a root of another format.
struct RootState: Sendable {
  /// What it keeps, by id. Of several subjects with one id, the first.
  var subjects: [String: SubjectState] = [:]
  /// The ids, in the order of the format.
  var order: [String] = []
  /// Why files cannot be understood, by their paths.
  var faults: [String: String] = [:]
  /// The names of what was read, by which git knows that another revision says the same.
  var fingerprint: [ObjectID?] = []

  /// Takes over from `earlier` what the files say that cannot be understood here.
  mutating func takeOver(from earlier: RootState) {
    if faults.isEmpty { return }
    for id in earlier.order {
      guard let was = earlier.subjects[id], was.claims.contains(where: { faults[$0.file] != nil }) else {
        continue
      }
      if subjects.updateValue(was, forKey: id) == nil { order.append(id) }
    }
  }

  /// Whether `id` may be the same subject here and in `other`: numbers are used again, by others with other titles.
  func isSame(_ id: String, as other: RootState) -> Bool {
    var (id, otherID) = (id, id)
    for _ in 0..<Self.depthLimit {
      guard let subject = subjects[id], let former = other.subjects[otherID] else { return true }
      guard TitleWords(subject.title).mayName(sameAs: TitleWords(former.title)) else { return false }
      guard let parent = subject.parent, let formerParent = former.parent else { return true }
      (id, otherID) = (parent, formerParent)
    }
    return true
  }

  /// Parents are followed so far.
  private static let depthLimit = 8
}
