/// Path operations that need no file system.
package enum PathText {
  /// The directory of the last component of `path`; nil for the working directory.
  package static func directory(of path: String) -> String? {
    let slash = UInt8(ascii: "/")
    guard let last = path.utf8.lastIndex(of: slash) else { return nil }
    var directory = path[..<last]
    while directory.utf8.last == slash { directory.removeLast() }
    return directory.isEmpty ? "/" : String(directory)
  }
}
