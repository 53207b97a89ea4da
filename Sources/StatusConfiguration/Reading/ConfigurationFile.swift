import StatusText

/// The bytes of a configuration file, and where it is.
package struct ConfigurationFile: Sendable {
  /// The bytes, with the path that users see.
  package let source: SourceText
  /// The directory that paths in it begin in, from the root directory.
  package let directory: String
  /// What tells the file from others: its path without links.
  package let identity: String

  /// A file with these bytes.
  package init(source: SourceText, directory: String, identity: String) {
    self.source = source
    self.directory = directory
    self.identity = identity
  }
}
