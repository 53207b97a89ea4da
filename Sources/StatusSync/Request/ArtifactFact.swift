/// What lies at the path of an artifact, as somebody with a file system found it.
package enum ArtifactFact: Sendable, Equatable {
  /// A file of that many bytes, at a path from the repository root.
  case file(path: String, size: Int)
  /// A directory.
  case directory
  /// Something that is neither file nor directory; what, with its article.
  case special(String)
  /// Nothing.
  case missing
  /// Links resolved, something outside of the repository.
  case outside
}
