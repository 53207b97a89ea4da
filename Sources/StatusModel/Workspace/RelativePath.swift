/// Paths that begin nowhere in particular, as files give them.
package enum RelativePath {
  /// `path` without `.`, `..`, repeated slashes and a slash at its end; nil when it leaves the directory that it
  /// begins in.
  package static func normalized(_ path: String) -> String? {
    guard needsWork(path) else { return path }
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  /// Whether a component is empty, `.` or `..`: hardly ever, so that one look at the bytes answers for most paths.
  private static func needsWork(_ path: String) -> Bool {
    path.utf8.withContiguousStorageIfAvailable { needsWork($0) } ?? true
  }

  private static func needsWork(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    // The bytes of the component so far, and whether they are all dots.
    var count = 0
    var isDotsOnly = true
    for byte in path {
      if byte == UInt8(ascii: "/") {
        if isDotsOnly && count <= 2 { return true }
        (count, isDotsOnly) = (0, true)
      } else {
        count &+= 1
        if byte != UInt8(ascii: ".") { isDotsOnly = false }
      }
    }
    return isDotsOnly && count <= 2
  }
}
