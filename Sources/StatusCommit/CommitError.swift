import StatusFileSystem

/// Why files could not be changed. Unless `kind` says otherwise, nothing has changed.
package struct CommitError: Error, Sendable, Equatable {
  /// What stood in the way.
  package enum Kind: Sendable, Equatable {
    /// A file is not what the change was planned on: someone else has changed it.
    case conflict
    /// Others kept the lock longer than one wanted to wait.
    case locked
    /// A target may not be written: it lies outside of the root, has several names, is no regular file, …
    case refused
    /// There is a journal that cannot be used, or not without the user's word.
    case recoveryNeeded
    /// The file system cannot exchange two files; the commit is to be made by plain renames.
    case exchangeUnsupported
    /// The operating system refused.
    case system(Errno)
    /// The commit is in, or is not; the journal knows, and `recover` brings it to its end.
    case outcomeUnknown
    /// A failure could not be undone at once; the journal has all the old bytes, and `recover` brings them back.
    case undoFailed
  }

  /// What stood in the way.
  package let kind: Kind
  /// The file or directory that it is about, as the user knows it.
  package let path: String
  /// What happened, in one line without a full stop; names the file.
  package let message: String
  /// What the user can do about it.
  package let hint: String?

  /// What else the user should know, each one line for standard error.
  package let notes: [String]

  init(_ kind: Kind, _ path: String, _ message: String, hint: String? = nil, notes: [String] = []) {
    self.kind = kind
    self.path = path
    self.message = message
    self.hint = hint
    self.notes = notes
  }

  /// The same with more notes.
  func with(notes: [String]) -> CommitError {
    CommitError(kind, path, message, hint: hint, notes: self.notes + notes)
  }
}
