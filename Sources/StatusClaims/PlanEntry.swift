/// A name in a directory.
package struct PlanEntry: Hashable, Sendable {
  /// The name.
  package let name: String
  /// Whether it is a directory and not a file.
  package let isDirectory: Bool

  /// A name in a directory.
  package init(name: String, isDirectory: Bool) {
    self.name = name
    self.isDirectory = isDirectory
  }
}
