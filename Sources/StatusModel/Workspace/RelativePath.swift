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

  /// Whether `path` leads out of the directory that it begins in.
  package static func leavesItsStart(_ path: String) -> Bool { normalized(path) == nil }

  /// Whether a component may be empty, `.` or `..`: hardly ever, so that one look at the bytes answers for most paths.
  private static func needsWork(_ path: String) -> Bool {
    path.utf8.withContiguousStorageIfAvailable { needsWork($0) } ?? true
  }

  private static func needsWork(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    let (slash, dot) = (UInt8(ascii: "/"), UInt8(ascii: "."))
    var last = slash
    for index in path.indices {
      let byte = path[index]
      if last == slash, byte == slash || byte == dot && isDots(path[(index + 1)...]) { return true }
      last = byte
    }
    return last == slash
  }

  /// Whether a component that begins with a dot is `.` or `..`; `rest` is what follows the dot.
  private static func isDots(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let end = rest.first == UInt8(ascii: ".") ? rest.dropFirst() : rest
    return end.isEmpty || end.first == UInt8(ascii: "/")
  }
}
