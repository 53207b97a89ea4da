import StatusFileSystem
import StatusText

/// How paths are shown: as a user would type them in the working directory.
struct ShownPath: Sendable {
  /// The prefix of a path from the repository root.
  private let prefix: String
  /// The names of the directories, from the repository root, that lead to the working directory; empty if it does not
  /// lie in the repository.
  private let inside: [Substring]

  /// Paths from `repository`, or from what several repositories have in common, are shown from the working
  /// directory where it lies in that or that in it, otherwise from the root directory.
  init(repository: String, workingDirectory: String) {
    var inside: [Substring] = []
    if repository == workingDirectory {
      prefix = ""
    } else if let below = Self.path(repository, below: workingDirectory) {
      prefix = below + "/"
    } else if let above = Self.path(workingDirectory, below: repository) {
      prefix = ""
      inside = Self.names(above)
    } else {
      prefix = repository == "/" ? "/" : repository + "/"
    }
    self.inside = inside
  }

  /// The path to show for a path from the repository root.
  var shown: @Sendable (String) -> String { { FileName.display(unescaped($0)) } }

  /// The same without escapes, for messages that escape themselves.
  func unescaped(_ path: String) -> String {
    guard !inside.isEmpty else { return path.isEmpty && prefix.isEmpty ? "." : prefix + path }
    let names = Self.names(path)
    let shared = zip(inside, names).prefix { $0 == $1 }.count
    let steps =
      Array(repeating: "..", count: inside.count - shared) + names.dropFirst(shared).map(String.init)
    return steps.isEmpty ? "." : steps.joined(separator: "/")
  }

  /// The repository itself.
  var shownRepository: String {
    if !inside.isEmpty { return unescaped("") }
    if prefix.isEmpty { return "." }
    return prefix == "/" ? prefix : String(prefix.dropLast())
  }

  /// By bytes: names may hold anything, and a combining character may follow a slash.
  private static func names(_ path: String) -> [Substring] {
    path.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
  }

  private static func path(_ path: String, below directory: String) -> String? {
    let start = directory == "/" ? "/" : directory + "/"
    guard path.utf8.starts(with: start.utf8) else { return nil }
    return String(Substring(path.utf8.dropFirst(start.utf8.count)))
  }
}
