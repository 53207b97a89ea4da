/// What is written down before a commit touches its first file: everything that it takes to make all of them old
/// again.
struct Journal: Sendable, Equatable {
  /// One file of the transaction.
  struct File: Sendable, Equatable {
    /// Its path from the root, links resolved.
    var path: String
    /// The name, in its directory, that its new bytes are first written under, and its old ones are found under
    /// after the exchange.
    var stage: String
    /// What it was; nil for a file that the transaction makes.
    var former: Former?
    /// How many new bytes it is to have, and their hash.
    var newSize: Int
    /// See `newSize`.
    var newHash: UInt64

    /// Whether `bytes` are its new ones.
    func isNew(_ bytes: [UInt8]) -> Bool { bytes.count == newSize && ContentHash(bytes).value == newHash }
  }

  /// What a file was before the transaction.
  struct Former: Sendable, Equatable {
    /// Its bytes.
    var bytes: [UInt8]
    /// Its permission bits.
    var permissions: UInt32
    /// The user and the group that it belonged to.
    var owner: UInt32
    /// See `owner`.
    var group: UInt32
  }

  /// Sixteen hexadecimal digits that name the transaction, and with it the stages.
  var transaction: String
  /// What the user had asked for, for messages.
  var command: String
  /// When, for messages.
  var time: String
  /// The machine that it is of use on.
  var machine: String
  /// The device and the inode of the root that it is of use in.
  var device: UInt64
  /// See `device`.
  var inode: UInt64
  /// Whether the new files come by exchange, or by a plain rename, which some file systems do in two steps.
  var exchanges: Bool
  /// The directories that are made, from the root, parents first.
  var directories: [String]
  /// The files, in the order in which they are changed.
  var files: [File]
}
