import StatusText

/// Finds the paths that a task of TODO.md gives for its artifacts: `[text](path)` and `[path]`, in the fields for
/// research, plans, reports and summaries.
struct TaskLinkScanner {
  private let source: SourceText

  init(_ source: SourceText) { self.source = source }

  func links(in fields: [Field]) -> [WrittenLink] {
    var links: [WrittenLink] = []
    for field in fields where holdsLinks(field) {
      let role: WrittenLink.Role = field.name == .plan ? .plan : .artifact
      scan(field.region, role, into: &links)
    }
    return links
  }

  private static let words = ["research", "plan", "report", "summar", "artifact", "analysis", "verification"]
    .map {
      Array($0.utf8)
    }

  private func holdsLinks(_ field: Field) -> Bool {
    if field.name == .plan || field.name == .research { return true }
    guard field.name == nil else { return false }
    let name = source.bytes[field.nameRange.indices]
    return Self.words.contains { Self.contains(name, $0) }
  }

  /// Whether `word`, in lower case, stands anywhere in `name`.
  private static func contains(_ name: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
    guard name.count >= word.count else { return false }
    for start in name.startIndex...(name.endIndex - word.count)
    where word.indices.allSatisfy({ ASCII.lowercased(name[start + $0]) == word[$0] }) { return true }
    return false
  }

  private func scan(_ range: ByteRange, _ role: WrittenLink.Role, into links: inout [WrittenLink]) {
    let bytes = source.bytes
    var offset = range.lower
    while let open = bytes[offset..<range.upper].firstIndex(of: 0x5B) {
      offset = open + 1
      // A link's text and its target end on the line they begin on.
      guard
        let close = bytes[offset..<range.upper].firstIndex(where: {
          $0 == 0x5D || $0 == 0x5B || ASCII.isLineEnd($0)
        })
      else { return }
      guard bytes[close] == 0x5D else {
        offset = close
        continue
      }
      offset = close + 1
      if offset < range.upper, bytes[offset] == 0x28 {
        guard let end = bytes[offset..<range.upper].firstIndex(where: { $0 == 0x29 || ASCII.isLineEnd($0) })
        else { return }
        if bytes[end] == 0x29 { add(ByteRange(offset + 1, end), role, isTarget: true, to: &links) }
        offset = end
      } else {
        add(ByteRange(open + 1, close), role, isTarget: false, to: &links)
      }
    }
  }

  /// Adds the path in `range` when it is one: a target without a scheme, or a bracket that reads like a path.
  private func add(
    _ range: ByteRange, _ role: WrittenLink.Role, isTarget: Bool, to links: inout [WrittenLink]
  ) {
    var range = range
    let bytes = source.bytes
    // An anchor or a title after the path is no part of it.
    if let end = bytes[range.indices].firstIndex(where: { $0 == 0x23 || isTarget && ASCII.isBlank($0) }) {
      range = ByteRange(range.lower, end)
    }
    let path = bytes[range.indices]
    guard !path.isEmpty, !path.contains(where: Self.isNoPathByte), !Self.hasScheme(path),
      isTarget || Self.readsLikePath(path)
    else { return }
    let text = source.text(range)
    links.append(
      WrittenLink(path: path.contains(0x25) ? Self.unescaped(text) : text, range: range, role: role))
  }

  /// Wild cards, placeholders and quotes make a pattern or prose of a path.
  private static func isNoPathByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2A, 0x3F, 0x7B, 0x7D, 0x3C, 0x3E, 0x22, 0x24, 0x60: true
    default: ASCII.isBlank(byte)
    }
  }

  private static func hasScheme(_ path: ArraySlice<UInt8>) -> Bool {
    guard let colon = path.firstIndex(of: 0x3A) else { return false }
    return path[..<colon].allSatisfy { ASCII.isAlphanumeric($0) || $0 == 0x2B || $0 == 0x2D }
  }

  /// A slash, and a last component with a dot in it or nothing after the slash.
  private static func readsLikePath(_ path: ArraySlice<UInt8>) -> Bool {
    guard let slash = path.lastIndex(of: 0x2F) else { return false }
    return slash + 1 == path.endIndex || path[(slash + 1)...].dropFirst().contains(0x2E)
  }

  /// `path` with its percent escapes resolved, where it has any that are whole.
  private static func unescaped(_ path: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(path.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == 0x25, rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
