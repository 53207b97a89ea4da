/// Operations on absolute paths in which all links are resolved.
package enum RealPath {
  /// Whether `path` is the directory `boundary` or in it. Compares whole components: /a/bc is not in /a/b.
  package static func lies(_ path: String, within boundary: String) -> Bool {
    let slash = UInt8(ascii: "/")
    var boundary = boundary.utf8[...]
    while boundary.count > 1, boundary.last == slash { boundary = boundary.dropLast() }
    let path = path.utf8
    guard path.starts(with: boundary) else { return false }
    let rest = path.dropFirst(boundary.count)
    return rest.isEmpty || rest.first == slash || boundary.last == slash
  }
}
