import StatusText

/// Finds the plans of a tree among those of the same tree before a change, also if the tree, the directory of a task or
/// the plan has another name now.
struct PlanPairs {
  /// A plan before and after the change.
  struct Pair {
    let before: TrackedFile
    let after: TrackedFile
    let task: Int?
  }

  /// The plans that are in both.
  private(set) var pairs: [Pair] = []
  private let before: Workspace
  private let after: Workspace

  init(from before: Workspace, to after: Workspace) {
    self.before = before
    self.after = after
    var old = before.files.filter { $0.plan != nil }
    var new = after.files.filter { $0.plan != nil }
    pair(&old, &new) { PathText.rest(of: $1.path, below: $0.root.path) ?? $1.path }
    if old.isEmpty || new.isEmpty { return }
    pair(&old, &new, Self.placeInTask)
    pairByPhases(old, new)
  }

  /// Pairs the plans for which `key` is the same, and takes them out of what is left.
  private mutating func pair(
    _ old: inout [TrackedFile], _ new: inout [TrackedFile], _ key: (Workspace, TrackedFile) -> String?
  ) {
    var known: [String: TrackedFile] = [:]
    for file in old {
      if let key = key(before, file) { known[key] = file }
    }
    var paired: Set<String> = []
    new.removeAll { file in
      guard let former = key(after, file).flatMap({ known[$0] }), paired.insert(former.path).inserted else {
        return false
      }
      add(former, file)
      return true
    }
    old.removeAll { paired.contains($0.path) }
  }

  private mutating func add(_ former: TrackedFile, _ file: TrackedFile) {
    pairs.append(Pair(before: former, after: file, task: after.number(of: file)))
  }

  /// The number of a plan's task with the path in the task's directory.
  private static func placeInTask(_ workspace: Workspace, _ file: TrackedFile) -> String? {
    guard file.directory >= 0 else { return nil }
    let directory = workspace.directories[file.directory]
    return PathText.rest(of: file.path, below: directory.path).map { "\(directory.number)/\($0)" }
  }

  /// Pairs what is left by its phases: a plan of the same task with the same titles was renamed.
  private mutating func pairByPhases(_ old: [TrackedFile], _ new: [TrackedFile]) {
    func phases(_ workspace: Workspace, _ file: TrackedFile) -> [String] {
      let titles = (file.plan?.phases ?? []).map { "\($0.number.label) \($0.title(in: file.source))" }
      return titles.isEmpty ? [] : ["\(workspace.number(of: file) ?? -1)"] + titles
    }
    let former = Dictionary(old.map { (phases(before, $0), $0) }, uniquingKeysWith: { first, _ in first })
    for file in new {
      let own = phases(after, file)
      if !own.isEmpty, let plan = former[own] { add(plan, file) }
    }
  }
}

extension Workspace {
  /// The number of the task in whose directory a file is.
  fileprivate func number(of file: TrackedFile) -> Int? {
    file.directory >= 0 ? directories[file.directory].number : nil
  }
}
