/// Sets of labels, joined where they meet (union-find).
struct GroupUnion {
  private var parents: [Int]

  /// The sets; nil for one that meets no other.
  init(_ sets: [Set<MilestoneLabel>?]) {
    parents = Array(sets.indices)
    var owners: [MilestoneLabel: Int] = [:]
    for (index, labels) in sets.enumerated() {
      for label in labels ?? [] {
        if let owner = owners[label] {
          parents[root(of: index)] = root(of: owner)
        } else {
          owners[label] = index
        }
      }
    }
  }

  /// The set that stands for all that are joined with the one at `index`.
  mutating func root(of index: Int) -> Int {
    var index = index
    while parents[index] != index {
      parents[index] = parents[parents[index]]
      index = parents[index]
    }
    return index
  }
}
