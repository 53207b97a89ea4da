import StatusFileSystem

extension CommitError {
  /// The operating system's refusal: "cannot write specs/TODO.md: no space left on device".
  static func system(_ errno: Errno, _ path: String, _ attempt: String) -> CommitError {
    CommitError(
      .system(errno), path, "\(attempt) \(FileName.display(path)): \(errno.text)", hint: hint(errno))
  }

  private static func hint(_ errno: Errno) -> String? {
    switch errno {
    case .noSpace, .quotaExceeded: "make room on the device and run again"
    case .readOnlyFileSystem: "the file system is mounted read-only; nothing in it can be changed"
    case .permissionDenied, .notPermitted:
      "change its permissions, or those of the directory it lies in; files are replaced there, not written over"
    case .tooManyOpenFiles: "raise the limit of open files (ulimit -n)"
    case .tooManyLinks, .notDirectory: "someone has changed the directories meanwhile; run again"
    default: nil
    }
  }
}
