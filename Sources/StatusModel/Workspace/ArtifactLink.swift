import StatusText

/// A path that a task's files give for one of its artifacts, and what is there. A class, because rules look at thousands of
/// them.
package final class ArtifactLink: Sendable {
  /// What is at a link's end.
  package enum Target: Sendable, Equatable {
    /// A file of that many bytes, at a path from the repository root.
    case file(path: String, size: Int)
    /// A directory, or something else without a size.
    case directory(path: String)
    /// Nothing, wherever it was looked for.
    case missing
    /// The path begins at the root of the file system or in a home directory.
    case absolute
    /// The path, its links resolved, points outside of the repository.
    case outside
    /// Nobody knows: a directory on the way cannot be looked into.
    case unknown

    /// The path of what is there, from the repository root.
    package var path: String? {
      switch self {
      case .file(let path, _), .directory(let path): path
      case .missing, .absolute, .outside, .unknown: nil
      }
    }
  }

  /// What a link to nothing may have meant.
  package enum Suggestion: Sendable, Equatable {
    /// A file, from the repository root.
    case file(String)
    /// The directory of the task, from the repository root, when the link names another.
    case directory(String)
  }

  /// The file that holds the link, from the repository root.
  package let file: String
  /// Where in it the path is.
  package let range: ByteRange
  /// The path as written.
  package let text: String
  /// The task that it is a link of.
  package let task: Int?
  /// What is there.
  package let target: Target
  /// What may have been meant, where nothing is there.
  package let suggestion: Suggestion?

  /// A link and what is at its end.
  package init(
    file: String, range: ByteRange, text: String, task: Int?, target: Target, suggestion: Suggestion? = nil
  ) {
    self.file = file
    self.range = range
    self.text = text
    self.task = task
    self.target = target
    self.suggestion = suggestion
  }
}
