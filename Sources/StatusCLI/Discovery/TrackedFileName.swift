/// Which paths in a tree are those of tracking files, by their form alone.
enum TrackedFileName {
  /// Whether `path`, from the specs root, is one that a tracking file may have; upper and lower case count as the same,
  /// since some file systems think so.
  static func mayBeOne(_ path: String) -> Bool {
    let parts = path.lowercased().split(separator: "/").map(String.init)
    guard let name = parts.last else { return false }
    switch name {
    case "todo.md", "errors.json": return parts.count == 1
    case "state.json": return true
    default: return name.hasSuffix(".md") && parts.dropLast().contains("plans")
    }
  }

  /// Whether `path`, from anywhere, ends like the path of a tracking file. It costs next to nothing.
  static func mayEndLikeOne(_ path: String) -> Bool {
    let parts = path.lowercased().split(separator: "/")
    switch parts.last {
    case "todo.md", "errors.json", "state.json": return true
    default: return parts.last?.hasSuffix(".md") ?? false && parts.dropLast().contains("plans")
    }
  }
}
