import StatusDiagnostics
import StatusFileSystem

/// A tree as the fix engine sees it: texts that can be changed, and what is found in them. A value: changing it gives
/// another.
package protocol FixableTree {
  /// What is found, in the order of reports.
  var findings: [Finding] { get }
  /// The bytes of the file at `path`, from the repository root; nil if the tree has no such file.
  func bytes(at path: String) -> [UInt8]?
  /// Whether the file at `path` can be read and parsed.
  func isReadable(_ path: String) -> Bool
  /// The tree as it is with `bytes` in some of its files, by path. It is an error if the tree cannot be listed.
  func updating(_ bytes: [String: [UInt8]]) throws(FileSystemError) -> Self
}
