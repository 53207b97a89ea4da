import StatusFileSystem
import StatusText

/// The reason why files could not be changed. Unless `kind` says otherwise, nothing has changed.
package struct CommitError: Error, Sendable, Equatable {
  /// The kind of error.
  package enum Kind: Sendable, Equatable {
    /// A file does not have the expected bytes: another program has changed it.
    case conflict
    /// Another process held the lock longer than the timeout.
    case locked
    /// A target cannot be written: it is outside of the root, has several hard links, is not a regular file,
    /// …
    case refused
    /// There is a journal that cannot be used, or only with the user's consent.
    case recoveryNeeded
    /// The file system cannot exchange two files; the commit needs plain renames.
    case exchangeUnsupported
    /// The operating system reported an error.
    case system(Errno)
    /// It is unknown whether the commit is complete. The journal shows it, and `recover` finishes it.
    case outcomeUnknown
    /// A failure could not be undone at once. The journal has all the old bytes, and `recover` restores them.
    case undoFailed
  }

  /// The kind of error.
  package let kind: Kind
  /// The file or directory, as the user knows it.
  package let path: String
  /// What happened, in one line without a full stop, with the name of the file.
  package let message: Message
  /// What the user can do about it.
  package let hint: Message?

  /// Other notes for the user, each one line for standard error.
  package let notes: [Message]
  /// Whether the commit had begun, and was undone.
  package let isUndone: Bool

  /// An error with all its parts.
  package init(
    _ kind: Kind, _ path: String, _ message: Message, hint: Message? = nil, notes: [Message] = [],
    isUndone: Bool = false
  ) {
    self.kind = kind
    self.path = path
    self.message = message
    self.hint = hint
    self.notes = notes
    self.isUndone = isUndone
  }

  /// The same error with more notes; `undone`, if the commit had begun and was undone after it.
  func with(notes: [Message], undone: Bool = false) -> CommitError {
    CommitError(
      kind, path, message, hint: hint, notes: self.notes + notes, isUndone: isUndone || undone)
  }
}
