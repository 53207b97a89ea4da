import StatusClaims
import StatusText

/// Which files the tasks of a change are in: the schema of the change, or that of the project, may say so.
struct OpenSpecSchemas {
  private let tree: PlanTree
  private let usual: String

  init(_ tree: PlanTree) {
    self.tree = tree
    let configuration = tree.files["config.yaml"] ?? tree.files["config.yml"]
    usual = configuration?.yaml?.root?["schema"]?.text ?? Self.builtIn
  }

  private static let builtIn = "spec-driven"

  /// Whether tasks are numbered in a way that OpenSpec itself checks.
  func isBuiltIn(_ schema: String?) -> Bool {
    (schema ?? usual) == Self.builtIn && tree.files["schemas/\(Self.builtIn)/schema.yaml"] == nil
  }

  /// The files below `change` with tasks, sorted.
  func trackedFiles(of change: String, schema: String?) -> [String] {
    let pattern = pattern(schema ?? usual)
    let paths = tree.paths(below: change).filter { $0.hasSuffix(".md") }
    guard let pattern, let matcher = try? PathPattern(pattern) else {
      return paths.filter { $0 == "\(change)/tasks.md" }
    }
    return paths.filter { path in PathText.rest(of: path, below: change).map(matcher.matches) ?? false }
  }

  /// What the artifact of a schema generates whose boxes are tracked; nil for tasks.md.
  private func pattern(_ schema: String) -> String? {
    guard !schema.utf8.contains(UInt8(ascii: "/")),
      let root = tree.files["schemas/\(schema)/schema.yaml"]?.yaml?.root
    else { return nil }
    let artifacts = root["artifacts"].map { Array($0.elements) } ?? []
    let tracks = root["apply"]?["tracks"]?.text
    let tracked =
      artifacts.first { $0["generates"]?.text == tracks } ?? artifacts.first { $0["id"]?.text == "tasks" }
    return tracked?["generates"]?.text
  }
}
