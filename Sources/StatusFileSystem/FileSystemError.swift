import StatusText

/// The error of a file operation: the file, the operation, and the reason.
package struct FileSystemError: Error, Hashable, Sendable {
  /// The operation; the raw value is the verb of the message.
  package enum Operation: String, Sendable {
    case open
    case list
    case read
    case examine
    case resolve
    case write
    case watch
    case createDirectory = "create the directory"
  }

  /// The reason of an error.
  package enum Reason: Error, Hashable, Sendable {
    /// The operating system reported an error.
    case system(Errno)
    /// The path is not the kind of file that the operation needs.
    case wrongKind(FileKind)
    /// The file has at least `size` bytes, but the maximum is `limit`.
    case tooLarge(size: Int, limit: Int)
    /// After links are resolved, the path is `resolved`, which is not in the directory `boundary`.
    case outside(boundary: String, resolved: String)
  }

  /// The file, as the user knows it: the path of the directory as it was given, then the path in it.
  package let path: String
  /// The operation.
  package let operation: Operation
  /// The reason of an error.
  package let reason: Reason

  /// The failure of `operation` on `path`.
  package init(path: String, operation: Operation, reason: Reason) {
    self.path = path
    self.operation = operation
    self.reason = reason
  }

  /// The error of the operating system, if there is one.
  package var errno: Errno? {
    if case .system(let errno) = reason { errno } else { nil }
  }

  /// Whether the path does not exist.
  package var isNotFound: Bool { errno == .noSuchFile || errno == .notDirectory }

  /// What happened, in one line without a full stop: "cannot open specs/TODO.md: permission denied".
  package var message: Message {
    "cannot \(operation.rawValue) \(outside: path): \(reasonText)"
  }

  /// The last part of the message, for places that name the file themselves.
  package var reasonText: Message {
    switch reason {
    case .system(let errno): "\(errno.text)"
    case .wrongKind(let kind): "it is \(kind.phrase)"
    case .tooLarge(let size, let limit): "its \(size) bytes are more than the limit of \(limit)"
    case .outside(let boundary, let resolved):
      "it points to \(outside: resolved), outside \(outside: boundary)"
    }
  }

  /// What the user can do about it, if known.
  package var hint: Message? {
    switch reason {
    case .system(.permissionDenied), .system(.notPermitted):
      "change its permissions, or those of the directories above it"
    case .system(.tooManyLinks): "a symbolic link on this path points back to itself; remove it"
    case .system(.tooManyOpenFiles) where operation == .watch:
      "raise the number of programs that may watch (sysctl fs.inotify.max_user_instances), or that of open files"
    case .system(.tooManyOpenFiles): "raise the limit of open files (ulimit -n)"
    case .system(.noSpace) where operation == .watch:
      "raise the number of directories that may be watched (sysctl fs.inotify.max_user_watches)"
    case .system(.noSpace), .system(.quotaExceeded): "free some space and run the command again"
    case .system(.readOnlyFileSystem): "the file system is mounted read-only; choose another place"
    case .system: nil
    case .wrongKind: operation == .list ? nil : "replace it with a regular file, or remove it"
    case .tooLarge: "give a larger --size-limit if the file is meant to be so large"
    case .outside: "move the file into the repository, or remove the link"
    }
  }
}

extension FileSystemError: CustomStringConvertible {
  package var description: String { message.shown }
}
