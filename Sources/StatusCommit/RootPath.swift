/// The path of a specs root.
package struct RootPath: Sendable, Equatable {
  /// The path for opening it.
  package let path: String
  /// The path for messages.
  package let shown: String

  /// The root at `path`, which messages call `shown`.
  package init(_ path: String, shownAs shown: String? = nil) {
    self.path = path
    self.shown = shown ?? path
  }
}
