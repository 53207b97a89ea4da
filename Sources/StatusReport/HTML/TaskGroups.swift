import StatusDiagnostics

/// The findings of a page by task, and how the page refers to the tasks.
struct TaskGroups {
  /// A task of one of the trees.
  struct Key: Hashable {
    /// The index of the tree.
    let tree: Int
    /// The number of the task.
    let number: Int

    /// What identifies the task in the page.
    var identifier: String { "task-\(tree)-\(number)" }
  }

  /// The findings of one task, or those without a task.
  struct Group {
    /// The task; nil for findings without one.
    let key: Key?
    /// How the task is named: "Task 12", with the tree if there are several.
    let name: String
    /// Its title; empty if it is not known.
    let title: String
    /// Its findings, in the order of the result.
    fileprivate(set) var findings: [Finding]
  }

  /// The groups by tree and number; the one without a task is last.
  let all: [Group]
  private let trees: [String]
  private let indices: [Key: Int]

  /// The groups of the findings of `result`.
  init(_ result: CheckResult) {
    let trees = result.trees.map(\.root)
    let longestFirst = trees.indices.sorted { trees[$0].utf8.count > trees[$1].utf8.count }
    var findings: [Key?: [Finding]] = [:]
    for finding in result.findings {
      let key = finding.task.map { number in
        let path = finding.location?.path ?? ""
        let tree = trees.count > 1 ? longestFirst.first { path.hasPrefix("\(trees[$0])/") } ?? 0 : 0
        return Key(tree: tree, number: number)
      }
      findings[key, default: []].append(finding)
    }
    let titles = Dictionary(
      result.tasks.map { (Self.key(of: $0, trees), $0.title) }, uniquingKeysWith: { first, _ in first })
    let keys = findings.keys.compactMap(\.self).sorted { ($0.tree, $0.number) < ($1.tree, $1.number) }
    all = (keys + (findings[nil] == nil ? [] : [nil])).map { key in
      Group(
        key: key, name: Self.name(of: key, trees), title: key.flatMap { titles[$0] } ?? "",
        findings: findings[key] ?? [])
    }
    self.trees = trees
    indices = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
  }

  /// The findings of a task; nil if there are none.
  func group(of task: TaskOverview) -> Group? { indices[Self.key(of: task, trees)].map { all[$0] } }

  private static func key(of task: TaskOverview, _ trees: [String]) -> Key {
    Key(tree: trees.firstIndex(of: task.root) ?? 0, number: task.number)
  }

  private static func name(of key: Key?, _ trees: [String]) -> String {
    guard let key else { return "Without a task" }
    return trees.count > 1 ? "Task \(key.number) in \(trees[key.tree])" : "Task \(key.number)"
  }
}
