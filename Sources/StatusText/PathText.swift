import Glibc

/// Paths as text: components with slashes between them, compared byte by byte.
package enum PathText {
  private static let slash = UInt8(ascii: "/")

  /// The last component of `path`.
  package static func name(of path: String) -> String {
    guard let last = lastSlash(path) else { return path }
    return String(Substring(path.utf8.dropFirst(last + 1)))
  }

  /// What is before the last component of `path`, without the slash; empty if there is nothing.
  package static func parent(of path: String) -> String {
    guard let last = lastSlash(path) else { return "" }
    return String(Substring(path.utf8.prefix(last)))
  }

  /// `name` in `directory`; the other one if one of them is empty.
  package static func joined(_ directory: String, _ name: String) -> String {
    if directory.isEmpty { return name }
    if name.isEmpty { return directory }
    return withBytes(directory) { directory in
      withBytes(name) { name in
        String(unsafeUninitializedCapacity: directory.count + 1 + name.count) { path in
          let end = path.update(fromContentsOf: directory)
          path[end] = slash
          return path[(end + 1)...].update(fromContentsOf: name)
        }
      }
    }
  }

  /// The part of `path` below `directory`; nil if it is not below. Everything is below "".
  package static func rest(of path: String, below directory: String) -> String? {
    if directory.isEmpty { return path }
    guard isBelow(path, directory) else { return nil }
    return String(Substring(path.utf8.dropFirst(directory.utf8.count + 1)))
  }

  /// Whether `path` is below `directory`. Everything is below "".
  package static func isBelow(_ path: String, _ directory: String) -> Bool {
    if directory.isEmpty { return true }
    let count = directory.utf8.count
    guard path.utf8.count > count + 1 else { return false }
    return withBytes(path) { path in
      withBytes(directory) { directory in
        guard path[count] == slash, let path = path.baseAddress, let directory = directory.baseAddress else {
          return false
        }
        return memcmp(path, directory, count) == 0
      }
    }
  }

  /// The first component of `path`.
  package static func first(of path: String) -> String {
    guard let end = withBytes(path, { $0.firstIndex(of: slash) }) else { return path }
    return String(Substring(path.utf8.prefix(end)))
  }

  /// The first component of what `path` is below `directory`; nil if it is not below.
  package static func first(of path: String, below directory: String) -> String? {
    guard isBelow(path, directory) else { return nil }
    let start = directory.isEmpty ? 0 : directory.utf8.count + 1
    return withBytes(path) { path in
      String(decoding: path[start...].prefix { $0 != slash }, as: UTF8.self)
    }
  }

  /// The components of `path`; those that are empty are left out.
  package static func components(of path: String) -> [String] {
    path.utf8.split(separator: slash).map { String(Substring($0)) }
  }

  /// The directory of the last component of `path`, which may be absolute; nil for the working directory.
  package static func directory(of path: String) -> String? {
    guard let last = lastSlash(path) else { return nil }
    var directory = path.utf8.prefix(last)
    while directory.last == slash { directory.removeLast() }
    return directory.isEmpty ? "/" : String(Substring(directory))
  }

  private static func lastSlash(_ path: String) -> Int? { withBytes(path) { $0.lastIndex(of: slash) } }

  /// Calls `body` with the bytes of `text`, without a copy where it has them in one place, as nearly every string does.
  private static func withBytes<Result>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result)
    -> Result
  {
    text.utf8.withContiguousStorageIfAvailable(body) ?? Array(text.utf8).withUnsafeBufferPointer(body)
  }
}
