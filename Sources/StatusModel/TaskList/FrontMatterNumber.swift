import StatusText

/// An integer of the front matter: `next_project_number: 222`, or one of `task_counts`, in block or flow style.
package struct FrontMatterNumber: Sendable, Equatable {
  /// The keys that lead to it: `["task_counts", "active"]`.
  package let keys: [String]
  /// Its value.
  package let value: Int
  /// Its digits.
  package let range: ByteRange

  /// The keys with dots between them: `task_counts.active`.
  package var path: String { keys.dropFirst().reduce(keys.first ?? "") { "\($0).\($1)" } }

  /// The integers that are on the lines of a front matter; what cannot be read is passed over.
  static func all(on lines: [FrontMatterLine], of source: SourceText) -> [FrontMatterNumber] {
    lines.flatMap { line in
      [number(line.value, line.keys, of: source)].compactMap(\.self) + flow(line.value, line.keys, of: source)
    }
  }

  /// The value of next_project_number, or else its key, where a line has it with a value that is not the number of a
  /// task.
  static func unreadNextNumber(on line: FrontMatterLine, of source: SourceText) -> ByteRange? {
    guard line.keys == ["next_project_number"], number(line.value, line.keys, of: source) == nil else {
      return nil
    }
    let value = line.text(in: source.bytes)
    return value.isEmpty ? line.keyRange : value
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
      let key = FrontMatterLine.word(ByteRange(part.startIndex, colon), of: source)
      return number(ByteRange(colon + 1, part.endIndex), keys + [key], of: source)
    }
  }

  private static func number(_ range: ByteRange, _ keys: [String], of source: SourceText)
    -> FrontMatterNumber?
  {
    let bytes = source.bytes
    var start = range.lower
    while start < range.upper, ASCII.isBlank(bytes[start]) { start += 1 }
    let quote = start < range.upper && FrontMatterLine.isQuote(bytes[start]) ? bytes[start] : nil
    if quote != nil { start += 1 }
    var end = start
    while end < range.upper, ASCII.isDigit(bytes[end]) { end += 1 }
    guard end > start,
      bytes[end..<range.upper].first.map({ ASCII.isBlank($0) || $0 == UInt8(ascii: "#") || $0 == quote })
        ?? (quote == nil),
      let value = NearTaskHeading.number(bytes[start..<end])
    else { return nil }
    return FrontMatterNumber(keys: keys, value: value, range: ByteRange(start, end))
  }
}
