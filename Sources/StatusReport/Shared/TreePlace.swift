import StatusDiagnostics

/// Where readers that insist on a file see a finding without one.
struct TreePlace {
  /// The path from the repository root: the first tree's TODO.md if it was read, else the tree.
  let path: String

  /// The place in the first tree of `result`.
  init(_ result: CheckResult) {
    let root = result.trees.first?.root ?? ""
    let list = root.isEmpty ? "TODO.md" : "\(root)/TODO.md"
    let isThere = root.isEmpty || result.files.contains { $0.path == list }
    path = isThere ? list : root
  }
}
