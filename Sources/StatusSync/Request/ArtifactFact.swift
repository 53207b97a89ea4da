/// What exists at the path of an artifact. StatusSync does not access files, so the caller looks.
package enum ArtifactFact: Sendable, Equatable {
  /// A file of that many bytes, at a path from the repository root.
  case file(path: String, size: Int)
  /// A directory.
  case directory
  /// Something that is neither a file nor a directory, as a noun phrase.
  case special(String)
  /// A file that a link cannot name, because its path is not valid UTF-8 or reads like something else; the path as
  /// people see it.
  case unlinkable(shown: String)
  /// Nothing.
  case missing
  /// After links are resolved, something outside the repository.
  case outside
}
