import StatusSyntax
import StatusText

/// How many tasks a list has and how many of them are ticked, in every way in which people count them.
package struct TaskCounts: Sendable {
  /// One way of counting.
  package struct Counting: Hashable, Sendable {
    /// How many are ticked.
    package let done: Int
    /// How many there are.
    package let total: Int

    /// The share that is ticked of so many, rounded; only where there are tasks.
    package func share(of whole: Int) -> Int { (done * 2 * whole + total) / (total * 2) }
  }

  /// The usual way, in which fixes count: tasks with an id, or all boxes if there are none.
  package let usual: Counting
  /// Every way that is as right, always in the same order.
  package let ways: [Counting]
  /// The same as a set.
  package let all: Set<Counting>

  /// The counts of the boxes in `range` of `list`.
  package init(_ list: Checklist, _ range: Range<Int>) {
    let boxes = list.boxes[range]
    func count(_ isCounted: (Checklist.Box) -> Bool) -> Counting {
      let counted = boxes.filter(isCounted)
      return Counting(done: counted.count { $0.isDone }, total: counted.count)
    }
    let named = count { $0.id != nil }
    usual = named.total > 0 ? named : count { _ in true }
    var seen: Set<String> = []
    var ways = [
      usual, named, count { _ in true }, count { $0.parent == nil },
      count { $0.parent == nil && $0.id != nil },
      count { $0.flags.isDisjoint(with: [.optional, .dropped, .aside]) }, count { $0.flags.isEmpty },
      count { $0.id?.utf8.last.map(ASCII.isDigit) ?? false },
      count { box in box.id.map { seen.insert($0).inserted } ?? false },
    ]
    // Who counts parents by what is below them counts leaves.
    let parents = Set(boxes.compactMap(\.parent))
    let leaves = range.filter { !parents.contains($0) }
    ways.append(Counting(done: leaves.count { list.boxes[$0].isDone }, total: leaves.count))
    self.ways = ways
    all = Set(ways)
  }
}
