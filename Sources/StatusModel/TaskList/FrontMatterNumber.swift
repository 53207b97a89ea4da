import StatusText

/// An integer of the front matter: `next_project_number: 222`, or one of `task_counts`, in block or flow style.
package struct FrontMatterNumber: Sendable, Equatable {
  /// The keys that lead to it: `["task_counts", "active"]`.
  package let keys: [String]
  /// Its value.
  package let value: Int
  /// Its digits.
  package let range: ByteRange

  /// The integers of the front matter `range`, which begins and ends with its fences. A reader of one or two
  /// levels of YAML: what it cannot read it passes over.
  static func all(in range: ByteRange, of source: SourceText) -> [FrontMatterNumber] {
    var numbers: [FrontMatterNumber] = []
    var parent: String?
    var lineStart = range.lower
    let bytes = source.bytes
    while lineStart < range.upper {
      let lineEnd = bytes[lineStart..<range.upper].firstIndex { ASCII.isLineEnd($0) } ?? range.upper
      defer { lineStart = lineEnd + 1 }
      guard let colon = bytes[lineStart..<lineEnd].firstIndex(of: UInt8(ascii: ":")) else { continue }
      let isNested = ASCII.isBlank(bytes[lineStart])
      let key = word(ByteRange(lineStart, colon), of: source)
      if !isNested { parent = key }
      let keys = isNested ? [parent, key].compactMap { $0 } : [key]
      let value = ByteRange(colon + 1, lineEnd)
      if let number = number(value, keys, of: source) { numbers.append(number) }
      numbers += flow(value, keys, of: source)
    }
    return numbers
  }

  /// The members of a mapping in flow style: `{active: 19, completed: 3}`.
  private static func flow(_ value: ByteRange, _ keys: [String], of source: SourceText) -> [FrontMatterNumber]
  {
    let bytes = source.bytes
    guard let open = bytes[value.indices].firstIndex(of: UInt8(ascii: "{")),
      let close = bytes[value.indices].lastIndex(of: UInt8(ascii: "}")), open < close
    else { return [] }
    return bytes[open + 1..<close].split(separator: UInt8(ascii: ",")).compactMap { part in
      guard let colon = part.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      let key = word(ByteRange(part.startIndex, colon), of: source)
      return number(ByteRange(colon + 1, part.endIndex), keys + [key], of: source)
    }
  }

  private static func number(_ range: ByteRange, _ keys: [String], of source: SourceText)
    -> FrontMatterNumber?
  {
    let bytes = source.bytes
    var start = range.lower
    while start < range.upper, ASCII.isBlank(bytes[start]) { start += 1 }
    var end = start
    while end < range.upper, ASCII.isDigit(bytes[end]) { end += 1 }
    guard end > start,
      bytes[end..<range.upper].first.map({ ASCII.isBlank($0) || $0 == UInt8(ascii: "#") }) ?? true,
      let value = Int(String(decoding: bytes[start..<end], as: UTF8.self))
    else { return nil }
    return FrontMatterNumber(keys: keys, value: value, range: ByteRange(start, end))
  }

  private static func word(_ range: ByteRange, of source: SourceText) -> String {
    let kept = source.bytes[range.indices].filter { !ASCII.isBlank($0) && $0 != 0x22 && $0 != 0x27 }
    return String(decoding: kept, as: UTF8.self)
  }
}
