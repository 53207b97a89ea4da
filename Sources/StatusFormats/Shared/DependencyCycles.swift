/// Things that wait for each other.
enum DependencyCycles {
  /// The cycles of `ids`, each once, from its first member on; a member that waits for itself is one. Takes linear time in
  /// the number of dependencies.
  static func all(_ ids: [String], _ dependencies: [String: [String]]) -> [[String]] {
    var cycles: [[String]] = []
    var isDone: Set<String> = []
    for start in ids where !isDone.contains(start) {
      var path = [start]
      var places = [start: 0]
      var upcoming = [dependencies[start] ?? []][...]
      while let last = path.last {
        guard let next = upcoming[upcoming.endIndex - 1].popLast() else {
          isDone.insert(last)
          places[last] = nil
          path.removeLast()
          upcoming.removeLast()
          continue
        }
        if let place = places[next] {
          cycles.append(Array(path[place...]))
        } else if !isDone.contains(next), dependencies[next] != nil {
          places[next] = path.count
          path.append(next)
          upcoming.append(dependencies[next] ?? [])
        }
      }
    }
    return cycles
  }
}
