/// The strongly connected components of a graph (R. Tarjan, 1972), without recursion: a chain may have as many nodes as
/// a tree has tasks.
package struct GraphComponents: Sendable {
  /// For each node, the number of its component.
  package private(set) var number: [Int]
  private var count = 0
  /// For each node, when it was found; -1 before that.
  private var order: [Int]
  /// For each node, the earliest open node that is known to be reachable from it.
  private var low: [Int]
  private var open: [Int] = []
  private var found = 0

  /// The components of the graph in which an edge leads from each node to those of `edges`.
  package init(_ edges: [[Int]]) {
    number = [Int](repeating: -1, count: edges.count)
    order = number
    low = number
    for node in edges.indices where order[node] < 0 { visit(node, edges) }
  }

  /// The first node of each component in which there is a way back to it.
  package func cyclic(_ edges: [[Int]]) -> [Int] {
    var sizes = [Int](repeating: 0, count: count)
    for component in number { sizes[component] += 1 }
    var isTold = [Bool](repeating: false, count: count)
    return edges.indices.filter { node in
      let component = number[node]
      guard !isTold[component], sizes[component] > 1 || edges[node].contains(node) else { return false }
      isTold[component] = true
      return true
    }
  }

  private mutating func visit(_ root: Int, _ edges: [[Int]]) {
    var path: [(node: Int, next: Int)] = []
    enter(root, &path)
    while let (node, next) = path.last {
      if next < edges[node].count {
        path[path.count - 1].next += 1
        let other = edges[node][next]
        if order[other] < 0 {
          enter(other, &path)
        } else if number[other] < 0 {
          low[node] = min(low[node], order[other])
        }
      } else {
        path.removeLast()
        if let above = path.last?.node { low[above] = min(low[above], low[node]) }
        if low[node] == order[node] { close(node) }
      }
    }
  }

  private mutating func enter(_ node: Int, _ path: inout [(node: Int, next: Int)]) {
    order[node] = found
    low[node] = found
    found += 1
    open.append(node)
    path.append((node, 0))
  }

  /// Takes the component of `node`, its first one, from the open nodes.
  private mutating func close(_ node: Int) {
    while let last = open.popLast() {
      number[last] = count
      if last == node { break }
    }
    count += 1
  }
}
