/// An edit of a file that the tree is going to be looked at with: `Snapshot.updating` will be asked for it. When it is known
/// before the tree is read, one thread makes it and parses the result while the others read.
package struct ExpectedEdit: Sendable {
  /// The path of the file, from the repository root.
  let path: String
  /// What the edit makes of the bytes of the file; nil if it cannot be made.
  let result: @Sendable (_ old: [UInt8]) -> [UInt8]?

  /// The edit of the file at `path`.
  package init(of path: String, result: @escaping @Sendable (_ old: [UInt8]) -> [UInt8]?) {
    self.path = path
    self.result = result
  }
}
