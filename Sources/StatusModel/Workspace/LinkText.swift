import StatusText

/// What makes a path of a text that a file gives for one: the same rules for Markdown and JSON.
package enum LinkText {
  /// `text` without what only points into the file, or asks for a view of it: `#L10`, `:36`, `:36:5`, `:36-40`,
  /// `?raw=1`.
  static func path(of text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let whole = withoutQuery(text.firstIndex(of: 0x23).map { text[..<$0] } ?? text)
    var start = whole.endIndex
    while start > whole.startIndex, isOfPlace(whole[start - 1]) { start -= 1 }
    guard start > whole.startIndex, let colon = whole[start...].firstIndex(of: 0x3A),
      colon + 1 < whole.endIndex,
      ASCII.isDigit(whole[colon + 1])
    else { return whole }
    return whole[..<colon]
  }

  /// `text` without a query: a question mark after a file's extension, with a word after it, is not part of a pattern.
  private static func withoutQuery(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let mark = text.firstIndex(of: 0x3F), mark + 1 < text.endIndex, ASCII.isLetter(text[mark + 1]),
      hasExtension(text[..<mark])
    else { return text }
    return text[..<mark]
  }

  /// What `:36:5` and `:36-40` are made of.
  private static func isOfPlace(_ byte: UInt8) -> Bool { ASCII.isDigit(byte) || byte == 0x3A || byte == 0x2D }

  /// Whether `text` is the path of one file, beyond any doubt: letters, digits and what joins them, with an extension.
  /// Most paths are, and need not be asked everything else.
  static func isPlainPath(_ text: ArraySlice<UInt8>) -> Bool {
    var begins = true
    for byte in text {
      if byte == 0x2F {
        begins = true
      } else if ASCII.isAlphanumeric(byte) || byte == 0x2D || byte == 0x2E || byte == 0x5F {
        // It may be an address, or stand for a name that is yet to come.
        if begins, ASCII.isOne(byte, of: "NXWw") { return false }
        begins = false
      } else {
        return false
      }
    }
    return hasExtension(text)
  }

  /// Whether `path` names one thing: no blanks, wild cards, placeholders or quotes, and no address in the web.
  static func isOnePath(_ path: ArraySlice<UInt8>, mayHaveBlanks: @autoclosure () -> Bool = false) -> Bool {
    if path.isEmpty || path.contains(where: { isPatternByte($0) || ASCII.isLineEnd($0) }) { return false }
    if path.contains(where: ASCII.isBlank), !mayHaveBlanks() { return false }
    return !hasScheme(path) && !isAddress(path) && !isPlaceholder(path)
  }

  /// Whether `path` has a slash of either kind, or a name with an extension.
  static func readsLikePath(_ path: ArraySlice<UInt8>) -> Bool {
    hasSlash(path) && !isWordsOnly(path) || hasExtension(path)
  }

  /// Whether `path` has blanks and is still a path rather than a sentence: it has an extension or a slash at its end, a
  /// directory of one word at its start, and no other file before a blank.
  static func readsLikeSpacedPath(_ path: ArraySlice<UInt8>) -> Bool {
    guard hasExtension(path) || path.last.map(isSlash) == true, let slash = path.firstIndex(where: isSlash),
      !path[..<slash].contains(where: ASCII.isBlank)
    else { return false }
    return !path.split(whereSeparator: ASCII.isBlank).dropLast().contains(where: endsItem)
  }

  /// Whether a sentence or a list goes on after `word`: it is a file's name, or ends in a comma or the like.
  private static func endsItem(_ word: ArraySlice<UInt8>) -> Bool {
    hasExtension(word) || word.last.map { ASCII.isOne($0, of: ",;:") } == true
  }

  /// The files that `text` lists, separated by commas or semicolons; the text itself where it is no such list.
  static func items(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    guard text.contains(where: { ASCII.isOne($0, of: ",;") }) else { return [text] }
    let items = text.split { ASCII.isOne($0, of: ",;") }.map(trimmed)
    return items.count > 1 && items.allSatisfy { hasExtension(path(of: $0)) } ? items : [text]
  }

  /// Whether a file that gives `path` as a link is read as one that leads to exactly that: the path is relative, and
  /// not a list of files.
  package static func namesOneFile(_ path: String) -> Bool {
    !isAbsolute(path) && items(of: Array(path.utf8)[...]).count == 1
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = text.drop(while: ASCII.isBlank)
    return start.lastIndex { !ASCII.isBlank($0) }.map { start[...$0] } ?? start
  }

  /// Whether a slash or a backslash stands in `path`.
  static func hasSlash(_ path: ArraySlice<UInt8>) -> Bool { path.contains { isSlash($0) } }

  /// Whether the last component of `path` has an extension: a dot with letters after it, and something before it.
  static func hasExtension(_ path: ArraySlice<UInt8>) -> Bool {
    let name = path.lastIndex { isSlash($0) }.map { path[($0 + 1)...] } ?? path
    guard let dot = name.lastIndex(of: 0x2E), dot > name.startIndex, name[dot - 1] != 0x2E else {
      return false
    }
    let ending = name[(dot + 1)...]
    return 1...10 ~= ending.count && ending.first.map(ASCII.isLetter) == true
      && ending.allSatisfy { ASCII.isAlphanumeric($0) }
  }

  /// Whether `path` begins at the root directory, in a home directory, or on a drive.
  package static func isAbsolute(_ path: String) -> Bool {
    var bytes = path.utf8.makeIterator()
    return isAbsolute(bytes.next(), bytes.next(), bytes.next())
  }

  /// The same of the bytes of a path.
  static func isAbsolute(_ path: ArraySlice<UInt8>) -> Bool {
    var bytes = path.makeIterator()
    return isAbsolute(bytes.next(), bytes.next(), bytes.next())
  }

  private static func isAbsolute(_ first: UInt8?, _ second: UInt8?, _ third: UInt8?) -> Bool {
    guard let first else { return false }
    if first == 0x2F || first == 0x7E { return true }
    if first == 0x5C, second == 0x5C { return true }
    guard second == 0x3A, let third else { return false }
    return isSlash(third)
  }

  /// `path` with its percent escapes resolved, where it has any that are whole.
  static func unescaped(_ path: ArraySlice<UInt8>) -> [UInt8] {
    guard path.contains(0x25) else { return Array(path) }
    var bytes: [UInt8] = []
    var offset = path.startIndex
    while offset < path.endIndex {
      if path[offset] == 0x25, offset + 2 < path.endIndex, let high = hexadecimal(path[offset + 1]),
        let low = hexadecimal(path[offset + 2])
      {
        bytes.append(high << 4 | low)
        offset += 3
      } else {
        bytes.append(path[offset])
        offset += 1
      }
    }
    return bytes
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    if ASCII.isDigit(byte) { return byte - 0x30 }
    let letter = ASCII.lowercased(byte)
    return 0x61...0x66 ~= letter ? letter - 0x57 : nil
  }

  private static func isSlash(_ byte: UInt8) -> Bool { byte == 0x2F || byte == 0x5C }

  private static func isPatternByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2A, 0x3F, 0x7B, 0x7D, 0x3C, 0x3E, 0x22, 0x24, 0x60: true
    default: false
    }
  }

  /// `user@host:a/b.git`, `a@b.c`, `www.a.b/c`.
  private static func isAddress(_ path: ArraySlice<UInt8>) -> Bool {
    let first = path.prefix { !isSlash($0) }
    if let at = first.firstIndex(of: 0x40), at > first.startIndex {
      let host = first[(at + 1)...]
      return host.contains(0x2E) && (host.contains(0x3A) || first.count == path.count)
    }
    return first.prefix(4).lazy.map(ASCII.lowercased).elementsEqual("www.".utf8)
  }

  /// `n/a`, and `specs/NNN_slug/plans/x.md`: what stands where a path is yet to come.
  private static func isPlaceholder(_ path: ArraySlice<UInt8>) -> Bool {
    if path.count == 3, path.lazy.map(ASCII.lowercased).elementsEqual("n/a".utf8) { return true }
    var start = path.startIndex
    while start < path.endIndex {
      let end = path[start...].firstIndex { isSlash($0) } ?? path.endIndex
      if isPlaceholderName(path[start..<end]) { return true }
      start = end + 1
    }
    return false
  }

  /// Whether a name begins with three or more N or X.
  private static func isPlaceholderName(_ name: ArraySlice<UInt8>) -> Bool {
    guard let first = name.first, first == UInt8(ascii: "N") || first == UInt8(ascii: "X") else {
      return false
    }
    let letters = name.prefix { $0 != 0x5F && $0 != 0x2D && $0 != 0x2E }
    return letters.count >= 3 && letters.allSatisfy { $0 == first }
  }

  /// `N/A`, `1/2`, `PLANNED/BLOCKED`: a slash between numbers or words in capitals makes no path.
  private static func isWordsOnly(_ path: ArraySlice<UInt8>) -> Bool {
    path.allSatisfy { ASCII.isDigit($0) || 0x41...0x5A ~= $0 || $0 == 0x2F } && path.first != 0x2F
  }

  /// Whether an address's scheme stands at the start: a single letter before a colon is a drive.
  private static func hasScheme(_ path: ArraySlice<UInt8>) -> Bool {
    guard let colon = path.firstIndex(of: 0x3A), colon - path.startIndex > 1 else { return false }
    return path[..<colon].allSatisfy { ASCII.isAlphanumeric($0) || $0 == 0x2B || $0 == 0x2D }
  }
}
