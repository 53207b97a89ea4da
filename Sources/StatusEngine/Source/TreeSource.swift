import StatusFileSystem

/// Where the files of a repository come from: a directory, the same with some files replaced, or memory. Paths begin in
/// the repository, which is "." itself. What links lead to outside of it is not there to be read.
package protocol TreeSource: Sendable {
  /// The names in the directory at `path`, in no particular order. A link is not followed.
  func list(_ path: String) throws(FileSystemError) -> [DirectoryEntry]

  /// The same for a directory that is a link, or in one.
  func listFollowing(_ path: String) throws(FileSystemError) -> [DirectoryEntry]

  /// The bytes of the file at `path`, also through a link. With `isBehindLink`, a directory on the way is a link.
  func read(_ path: String, isBehindLink: Bool) -> ReadOutcome

  /// What is at `path`; nil for nothing. It is an error if that cannot be told, for example without permission.
  func status(_ path: String, followingLinks: Bool) throws(FileSystemError) -> FileStatus?

  /// Whether what is at `path`, with every link followed, is in the repository; nil for nothing.
  func isInside(_ path: String) -> Bool?

  /// Why nothing more can be read, if the process has run out of descriptors or memory. That is not a finding: it ends
  /// the work.
  var exhaustion: FileSystemError? { get }

  /// The same files for one more thread, with nothing that threads would contend for.
  func forThread() -> any TreeSource
}

extension TreeSource {
  /// The bytes of the file at `path`, in directories that are not links.
  package func read(_ path: String) -> ReadOutcome { read(path, isBehindLink: false) }

  /// Whether there is a file at `path`, in the repository.
  func exists(_ path: String) -> Bool {
    (try? status(path, followingLinks: true))?.kind == .regular && isInside(path) == true
  }

  /// Whether there is a directory at `path`, in the repository or not.
  func hasDirectory(_ path: String) -> Bool {
    (try? status(path, followingLinks: true))?.kind == .directory
  }
}
