import StatusFileSystem
import StatusText

extension CommitError {
  /// An error of the operating system: "cannot write specs/TODO.md: no space left on device".
  static func system(_ errno: Errno, _ path: String, _ attempt: String) -> CommitError {
    CommitError(
      .system(errno), path, "\(attempt) \(outside: path): \(errno.text)", hint: hint(errno))
  }

  private static func hint(_ errno: Errno) -> Message? {
    switch errno {
    case .noSpace, .quotaExceeded: "free some space and run the command again"
    case .readOnlyFileSystem: "the file system is mounted read-only"
    case .permissionDenied, .notPermitted:
      "change its permissions or those of its directory; statuslint replaces files and does not overwrite them"
    case .tooManyOpenFiles: "raise the limit of open files (ulimit -n)"
    case .tooManyLinks, .notDirectory: "another program has changed the directories; run the command again"
    default: nil
    }
  }
}
