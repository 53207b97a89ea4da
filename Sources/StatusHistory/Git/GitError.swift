import StatusFileSystem
import StatusRuntime
import StatusText

/// Why git could not tell what was asked for.
package struct GitError: Error, Sendable {
  /// What happened, in lower case without a full stop.
  package let message: Message
  /// What to do about it, if known.
  package let hint: Message?
  /// Whether the question was wrong, rather than the answer impossible.
  package let isUsage: Bool

  init(_ message: Message, hint: Message? = nil, isUsage: Bool = false) {
    self.message = message
    self.hint = hint
    self.isUsage = isUsage
  }

  /// git is not installed.
  static let noProgram = GitError(
    "git is not in PATH",
    hint: "install git, or add its directory to PATH; relative directories in PATH are not used")

  /// The directory is not in a repository.
  static func noRepository(_ directory: String) -> GitError {
    GitError(
      "\(outside: directory) is not in a git repository",
      hint: "run the command in a repository; without one, there is no history")
  }

  /// git does not trust the owner of the repository.
  static func unsafe(_ directory: String) -> GitError {
    GitError(
      "git refuses to read \(outside: directory), because it belongs to another user",
      hint: "if you trust it: git config --global --add safe.directory \(outside: directory)")
  }

  /// The name is not that of a commit.
  static func unknownRevision(_ name: String, isShallow: Bool) -> GitError {
    GitError(
      "\"\(outside: name)\" is not a commit of the repository",
      hint: isShallow
        ? "the clone is shallow: fetch the commit first, for example with `git fetch --unshallow`"
        : "give a branch, a tag or a commit, for example origin/main or HEAD~1", isUsage: true)
  }

  /// The name means several objects.
  static func ambiguousRevision(_ name: String) -> GitError {
    GitError(
      "\"\(outside: name)\" is the beginning of several objects", hint: "give more of its digits",
      isUsage: true)
  }

  /// Two commits have no commit in common.
  static func noMergeBase(_ name: String, isShallow: Bool) -> GitError {
    GitError(
      "\"\(outside: name)\" and HEAD have no commit in common",
      hint: isShallow
        ? "the clone is shallow: fetch more of it, for example with `git fetch --unshallow`" : nil)
  }

  /// An object is not in the repository, which is a partial clone or damaged.
  static func missingObject(_ name: String) -> GitError {
    GitError(
      "the object \(outside: name) is missing from the repository",
      hint:
        "it is a partial clone, or damaged; `git fsck` tells which, `git fetch --refetch` gets all objects")
  }

  /// The files of a commit cannot be gone through.
  static func unreadable(_ error: FileSystemError) -> GitError {
    GitError("cannot read \(outside: error.path): \(error.reasonText)", hint: error.hint)
  }

  /// git failed in a way that has no name here.
  static func failed(_ command: String, _ errors: [UInt8]) -> GitError {
    let lines = errors.split(separator: ASCII.lineFeed)
    let said: Message = lines.first.map { ": \(bytes: $0.prefix(400))" } ?? ""
    return GitError("git \(command) failed\(said)")
  }

  /// git could not be talked to.
  static func silent(_ command: String, _ failure: ChildProcess.Failure, _ errors: [UInt8]) -> GitError {
    switch failure {
    case .system(let code): GitError("cannot run git \(command): \(Errno(code).text)")
    case .silent(let seconds):
      GitError("git \(command) wrote nothing for \(Counted(seconds, "second")) and was ended")
    case .tooLong(let limit): GitError("git \(command) wrote more than \(Counted(limit, "byte"))")
    case .cut: .failed(command, errors)
    }
  }
}
