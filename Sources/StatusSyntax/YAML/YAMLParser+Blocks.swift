import StatusText

// Maps and lists by indentation (YAML 1.2, section 8.2).
extension YAMLParser {
  /// Reads the value that begins at the content of the line, and everything in it, which is indented deeper than
  /// `parent`. Moves to the line after it.
  mutating func parseNode(_ key: YAMLTree.Key = .none, deeperThan parent: Int) throws(YAMLFault) {
    guard let first = line else { return }
    if first.hasTab { throw YAMLFault(range: first.unread, reason: .tab) }
    if isItem(first) {
      // A list may be indented like the key that it belongs to.
      let node = try open(.list, key, at: first.content)
      parseLines(of: first, deeperThan: min(parent, first.indent - 1))
      close(node)
    } else if scanKey(at: first.content, to: first.end) != nil {
      let node = try open(.map, key, at: first.content)
      parseLines(of: first, deeperThan: parent)
      close(node)
    } else {
      try parseScalar(key, at: first.content, deeperThan: parent)
    }
  }

  /// Reads the items or entries that are indented like `first`, up to a line that is not deeper than `parent`.
  private mutating func parseLines(of first: Line, deeperThan parent: Int) {
    let isList = isItem(first)
    while let line, line.hasTab || line.indent > parent, !isMarker(line) {
      if line.hasTab || line.indent != first.indent {
        refuse(line.hasTab ? .tab : .misaligned, line.unread)
        // How deep a tab is meant to be, its neighbors say.
        move(pastEntry: line, at: line.hasTab ? first.indent : nil)
      } else if isList {
        // The parent knows what to do with an entry of a map.
        guard isItem(line) else { return }
        parseValue(.none, from: line.content + 1, in: line)
      } else {
        parseEntry(line)
      }
    }
  }

  private mutating func parseEntry(_ line: Line) {
    guard let key = scanKey(at: line.content, to: line.end) else {
      refuse(refusal(at: line.content, to: line.end) ?? .notAnEntry, line.unread)
      offset = line.end
      return move(pastEntry: line)
    }
    // The colon is the next byte that is not blank.
    parseValue(key, from: skipBlanks(from: key.range.upper, to: line.end) + 1, in: line)
  }

  /// Reads the value after the colon or hyphen before `start`. One that cannot be read becomes unreadable.
  private mutating func parseValue(_ key: YAMLTree.Key, from start: Int, in line: Line) {
    let (first, depth) = (nodes.count, depth)
    do throws(YAMLFault) {
      try check(key)
      try readValue(key, from: start, in: line)
    } catch {
      nodes.removeSubrange(first...)
      self.depth = depth
      append(.unreadable, key, ByteRange(start, line.end))
      faults.append(error)
      move(pastEntry: line)
    }
  }

  private mutating func readValue(_ key: YAMLTree.Key, from start: Int, in line: Line) throws(YAMLFault) {
    guard let rest = rest(after: start, to: line.end) else {
      move(after: line.end)
      if let next = self.line, isValue(next, of: line) { return try parseNode(key, deeperThan: line.indent) }
      return append(.scalar, key, ByteRange(start, start))
    }
    let isItem = key.range.isEmpty
    let nested = Line(start: line.start, content: rest.lower, end: line.end)
    guard isItem, self.isItem(nested) || scanKey(at: rest.lower, to: line.end) != nil else {
      return try parseScalar(key, at: rest.lower, deeperThan: line.indent)
    }
    if bytes.contains(ASCII.tab, in: ByteRange(start, rest.lower)) {
      throw YAMLFault(range: ByteRange(start, line.end), reason: .tab)
    }
    self.line = nested
    try parseNode(deeperThan: line.indent)
  }

  /// Whether the value of `entry`, which ends after its colon or hyphen, begins on the line `next`.
  private func isValue(_ next: Line, of entry: Line) -> Bool {
    if next.hasTab || next.indent > entry.indent { return true }
    return next.indent == entry.indent && isItem(next) && !isItem(entry) && !isMarker(next)
  }

  /// The key at `start`; nil if there is none, with a colon, on this line.
  func scanKey(at start: Int, to lineEnd: Int) -> YAMLTree.Key? {
    let style = YAMLTree.Style(quote: bytes[start])
    let keyEnd: Int?
    if style == .plain {
      guard refusal(at: start, to: lineEnd) == nil else { return nil }
      keyEnd = plainEnd(from: start, to: lineEnd).end
    } else {
      keyEnd = try? quoteEnd(from: start + 1, to: lineEnd, style)
    }
    guard let keyEnd else { return nil }
    let colon = skipBlanks(from: keyEnd, to: lineEnd)
    guard colon < lineEnd, bytes[colon] == UInt8(ascii: ":"), isBlankOrEnd(colon + 1, lineEnd) else {
      return nil
    }
    return YAMLTree.Key(range: ByteRange(start, keyEnd), style: style)
  }

  func check(_ key: YAMLTree.Key) throws(YAMLFault) {
    if key.range.count > Self.keyLimit { throw YAMLFault(range: key.range, reason: .longKey) }
    if key.style == .plain, bytes[key.range.indices].elementsEqual("<<".utf8) {
      throw YAMLFault(range: key.range, reason: .mergeKey)
    }
    try checkCharacters(key.range)
  }
}

// Nodes.
extension YAMLParser {
  mutating func open(_ kind: YAMLTree.Kind, _ key: YAMLTree.Key, at start: Int) throws(YAMLFault) -> Int {
    guard depth < YAMLTree.depthLimit else {
      throw YAMLFault(range: ByteRange(start, bytes.lineEnd(from: start, to: end)), reason: .tooDeep)
    }
    depth += 1
    append(kind, key, ByteRange(start, start + 1))
    return nodes.count - 1
  }

  mutating func close(_ node: Int) {
    depth -= 1
    nodes[node].range.end = UInt32(truncatingIfNeeded: offset)
    nodes[node].next = UInt32(truncatingIfNeeded: nodes.count)
  }

  mutating func append(
    _ kind: YAMLTree.Kind, _ key: YAMLTree.Key, _ range: ByteRange, _ style: YAMLTree.Style = .plain,
    indent: Int = 0, isInFlow: Bool = false
  ) {
    offset = range.upper
    nodes.append(
      YAMLTree.Node(
        range: range, key: key, next: UInt32(truncatingIfNeeded: nodes.count + 1), kind: kind, style: style,
        indent: UInt32(truncatingIfNeeded: indent), isInFlow: isInFlow))
  }
}
