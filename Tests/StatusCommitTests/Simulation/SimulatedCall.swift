/// One call of a simulated file system.
struct SimulatedCall: Hashable, Sendable, CustomStringConvertible {
  /// Which function of the protocol was called.
  enum Kind: String, CaseIterable, Sendable {
    case open, create, close, status, read, entries, realPath, write, synchronize, setPermissions, rename
    case exchange
    case renameKeeping = "rename, keeping"
    case remove, removeDirectory, makeDirectory, setOwner, attributeNames, attribute, setAttribute, lock
  }

  /// How many calls were made before it.
  let number: Int
  /// Which function was called.
  let kind: Kind
  /// What on; for an open file the path that it was opened by. From the topmost directory.
  let path: String
  /// The other path of a rename.
  var destination = ""

  var description: String {
    "call \(number): \(kind.rawValue) \(path)\(destination.isEmpty ? "" : " → \(destination)")"
  }

  /// The last component of its path.
  var name: String { path.split(separator: "/").last.map(String.init) ?? "" }

  /// Whether it changes what is on the disk, or has changes wait for.
  var isMutating: Bool {
    switch kind {
    case .create, .write, .synchronize, .setPermissions, .rename, .exchange, .renameKeeping, .remove,
      .removeDirectory, .makeDirectory, .setOwner, .setAttribute:
      true
    case .open, .close, .status, .read, .entries, .realPath, .attributeNames, .attribute, .lock: false
    }
  }
}
