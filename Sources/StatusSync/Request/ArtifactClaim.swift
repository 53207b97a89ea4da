import StatusEditing
import StatusModel

/// A file that a task produced, according to the caller.
package struct ArtifactClaim: Sendable, Equatable {
  /// Its type: `research`, `plan`, `summary`, `implementation`, …
  package let type: String
  /// Its path, as given.
  package let path: String
  /// A summary of its content, if given.
  package let summary: String?

  /// An artifact at `path`.
  package init(type: String, path: String, summary: String? = nil) {
    self.type = type
    self.path = path
    self.summary = summary
  }

  /// Reads `TYPE=PATH`; nil for anything else.
  package init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    self.init(type: String(parts[0]), path: String(parts[1]))
  }

  /// The list of a project state that it belongs to: from its type, or for other types, from its directory.
  package enum Kind: Sendable {
    case report, plan, summary, other
  }

  /// Its kind, by its type alone.
  package var kind: Kind {
    let type = type.lowercased()
    if type.contains(text: "plan") { return .plan }
    if type.contains(text: "summar") { return .summary }
    if type.contains(text: "report") || type.contains(text: "research") || type.contains(text: "analysis")
      || type.contains(text: "verification")
    {
      return .report
    }
    return .other
  }

  /// Whether it is a plan, according to its type, or to its place in the tree of `root`.
  func isPlan(in root: SpecsRoot) -> Bool {
    if kind == .plan { return true }
    let path = RelativePath.normalized(path) ?? path
    let first = path.prefix { $0 != "/" }
    let isInTree = first.isEmpty || root.inside(path) != nil || SpecsRoot.isDirectoryName(String(first))
    return isInTree && Self.isPlan(path)
  }

  /// Whether `path`, in a specs tree, is that of a plan.
  static func isPlan(_ path: String) -> Bool {
    path.hasSuffix(".md") && (path.contains(text: "/plans/") || path.hasPrefix("plans/"))
  }
}
