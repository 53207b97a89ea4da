import StatusFileSystem

/// How paths are shown to people: so that they lead to the file from where they are.
struct ShownPath: Sendable {
  private let prefix: String

  /// Paths from `repository`, or from what several repositories have in common, are shown from the working
  /// directory where it lies in that or that in it, otherwise from the root directory.
  init(repository: String, workingDirectory: String) {
    if repository == workingDirectory {
      prefix = ""
    } else if let below = Self.path(repository, below: workingDirectory) {
      prefix = below + "/"
    } else if let above = Self.path(workingDirectory, below: repository) {
      prefix = String(repeating: "../", count: above.split(separator: "/").count)
    } else {
      prefix = repository == "/" ? "/" : repository + "/"
    }
  }

  /// The path to show for a path from the repository root.
  var shown: @Sendable (String) -> String {
    { [prefix] path in FileName.display(prefix + path) }
  }

  /// The same without escapes, for messages that escape themselves.
  func unescaped(_ path: String) -> String { prefix + path }

  /// The repository itself.
  var shownRepository: String {
    if prefix.isEmpty { return "." }
    return prefix == "/" ? prefix : String(prefix.dropLast())
  }

  private static func path(_ path: String, below directory: String) -> String? {
    let start = directory == "/" ? "/" : directory + "/"
    return path.hasPrefix(start) ? String(path.dropFirst(start.utf8.count)) : nil
  }
}
