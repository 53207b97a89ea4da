/// The data that is saved before a commit changes its first file: everything that is needed to restore all of
/// them.
package struct Journal: Sendable, Equatable {
  /// One file of the transaction.
  package struct File: Sendable, Equatable {
    /// Its path relative to the root, with links resolved.
    package var path: String
    /// The name, in the same directory, of its new bytes before the exchange and its old bytes after it.
    package var stage: String
    /// The file before the transaction; nil for a new file.
    var former: Former?
    /// The number of its new bytes, and their hash.
    var newSize: Int
    /// See `newSize`.
    var newHash: UInt64

    /// Whether `bytes` are its new bytes.
    func isNew(_ bytes: [UInt8]) -> Bool { bytes.count == newSize && ContentHash(bytes).value == newHash }
  }

  /// A file before the transaction.
  struct Former: Sendable, Equatable {
    /// Its bytes.
    var bytes: [UInt8]
    /// Its permission bits.
    var permissions: UInt32
    /// Its user and group.
    var owner: UInt32
    /// See `owner`.
    var group: UInt32
  }

  /// Sixteen hexadecimal digits that name the transaction and its stages.
  var transaction: String
  /// The command of the user, for messages.
  var command: String
  /// The time, for messages.
  var time: String
  /// The machine that it belongs to.
  var machine: String
  /// The device and the inode of the root that it belongs to.
  var device: UInt64
  /// See `device`.
  var inode: UInt64
  /// Whether files are exchanged, or renamed, which some file systems do in two steps.
  var exchanges: Bool
  /// The directories to create, relative to the root, parents first.
  package var directories: [String]
  /// The files, in the order in which they are changed.
  package var files: [File]
}
