import StatusDiagnostics

/// Puts findings that belong together next to each other.
enum FindingGroups {
  /// The findings of `result` in their order, except that those of one task of one tree follow the first of
  /// them.
  static func byTask(_ result: CheckResult) -> [Finding] {
    let roots = result.trees.map(\.root).sorted { $0.utf8.count > $1.utf8.count }
    var groups: [[Finding]] = []
    // By the root of the tree and the number of the task.
    var places: [String: [Int: Int]] = [:]
    for finding in result.findings {
      guard let number = finding.task, let path = finding.location?.path else {
        groups.append([finding])
        continue
      }
      let root = roots.count > 1 ? roots.first { path.hasPrefix($0 + "/") } ?? "" : ""
      if let place = places[root]?[number] {
        groups[place].append(finding)
      } else {
        places[root, default: [:]][number] = groups.count
        groups.append([finding])
      }
    }
    return groups.flatMap { $0 }
  }
}
