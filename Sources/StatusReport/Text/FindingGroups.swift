import StatusDiagnostics

/// Puts findings that belong together next to each other.
enum FindingGroups {
  private struct Task: Hashable {
    let root: String
    let number: Int
  }

  /// The findings of `result` in their order, except that those of one task of one tree follow the first of
  /// them.
  static func byTask(_ result: CheckResult) -> [Finding] {
    let roots = result.trees.map(\.root).sorted { $0.utf8.count > $1.utf8.count }
    var groups: [[Finding]] = []
    var places: [Task: Int] = [:]
    for finding in result.findings {
      guard let number = finding.task, let path = finding.location?.path else {
        groups.append([finding])
        continue
      }
      let root = roots.count > 1 ? roots.first { path.hasPrefix($0 + "/") } : nil
      let task = Task(root: root ?? "", number: number)
      if let place = places[task] {
        groups[place].append(finding)
      } else {
        places[task] = groups.count
        groups.append([finding])
      }
    }
    return groups.flatMap { $0 }
  }
}
