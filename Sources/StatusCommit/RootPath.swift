/// The path of a specs root.
package struct RootPath: Sendable, Equatable {
  /// The path that it is opened by.
  package let path: String
  /// The path that the user knows it by, for messages.
  package let shown: String

  /// The root at `path`, which messages call `shown`.
  package init(_ path: String, shownAs shown: String? = nil) {
    self.path = path
    self.shown = shown ?? path
  }
}
