/// Finds plans again after a change, also if the tree, the directory of the task or the plan has another name then.
package struct PlanPairs {
  /// The indices of each plan before the change and after it.
  package private(set) var pairs: [(old: Int, new: Int)] = []

  /// Pairs `old` plans with `new` ones: by their places, else by their phases.
  package init(_ old: [PlacedPlan], _ new: [PlacedPlan]) {
    var left = (old: Array(old.indices), new: Array(new.indices))
    pair(&left) { $0 ? new[$1].inRoot : old[$1].inRoot }
    pair(&left) { $0 ? new[$1].inTask : old[$1].inTask }
    pair(&left) { isNew, index in
      let phases = isNew ? new[index].phases() : old[index].phases()
      return phases.isEmpty ? nil : phases
    }
  }

  /// Pairs the plans for which `key`, which is asked for old and new ones, is the same, and takes them out of what is left.
  private mutating func pair<Key: Hashable>(
    _ left: inout (old: [Int], new: [Int]), _ key: (_ isNew: Bool, _ index: Int) -> Key?
  ) {
    if left.old.isEmpty || left.new.isEmpty { return }
    var known: [Key: Int] = [:]
    for index in left.old {
      if let key = key(false, index), known[key] == nil { known[key] = index }
    }
    var paired: Set<Int> = []
    left.new.removeAll { index in
      guard let former = key(true, index).flatMap({ known[$0] }), paired.insert(former).inserted else {
        return false
      }
      pairs.append((former, index))
      return true
    }
    left.old.removeAll(where: paired.contains)
  }
}
