/// What a file says about its tasks or phases, each of them once, in order: tasks by their numbers, phases by their labels.
///
/// A sorted array rather than a dictionary: a history compares thousands of versions, of which nearly all claims are the
/// same objects, and to hash their items would take longer than to look at them.
package struct ItemClaims: Sendable {
  /// A task or a phase, with what is said of it.
  package typealias Element = (item: ItemClaim.Item, claim: ItemClaim)

  /// A task or a phase of which two files say something else, or only one says something.
  package struct Difference {
    /// What is claimed to have a status.
    package let item: ItemClaim.Item
    /// What is said of it before; nil for nothing.
    package let old: ItemClaim?
    /// What is said of it afterwards; nil for nothing.
    package let new: ItemClaim?
  }

  /// The claims, in order.
  package private(set) var elements: [Element]

  /// No claim.
  package init() { elements = [] }

  /// The claims among `elements`; of those about the same task or phase, the first counts.
  package init(firstOf elements: [Element]) {
    // Equal ones stay in their order.
    let sorted = elements.sorted { $0.item < $1.item }
    self.elements = []
    self.elements.reserveCapacity(sorted.count)
    for element in sorted where self.elements.last.map({ $0.item < element.item }) ?? true {
      self.elements.append(element)
    }
  }

  /// Whether nothing is said.
  package var isEmpty: Bool { elements.isEmpty }

  /// What is said of a task or a phase; nil for nothing.
  package subscript(item: ItemClaim.Item) -> ItemClaim? {
    var (start, end) = (0, elements.count)
    while start < end {
      let middle = (start + end) / 2
      if elements[middle].item < item { start = middle + 1 } else { end = middle }
    }
    return start < elements.count && elements[start].item == item ? elements[start].claim : nil
  }

  /// The same tasks and phases, with what `change` makes of the claims.
  package func mapped(_ change: (Element) -> ItemClaim) -> ItemClaims {
    var changed = self
    for index in elements.indices { changed.elements[index].claim = change(elements[index]) }
    return changed
  }

  /// Where it is not the same claim as in `earlier`, in order.
  package func differences(from earlier: ItemClaims) -> [Difference] {
    let (former, current) = (earlier.elements, elements)
    var differences: [Difference] = []
    var (old, new) = (0, 0)
    while old < former.count || new < current.count {
      let isGone = new == current.count || old < former.count && former[old].item < current[new].item
      let isNew = !isGone && (old == former.count || current[new].item < former[old].item)
      if isGone || isNew || former[old].claim !== current[new].claim {
        differences.append(
          Difference(
            item: isGone ? former[old].item : current[new].item, old: isNew ? nil : former[old].claim,
            new: isGone ? nil : current[new].claim))
      }
      if !isNew { old += 1 }
      if !isGone { new += 1 }
    }
    return differences
  }
}
