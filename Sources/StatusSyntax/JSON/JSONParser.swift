import StatusText

/// Parses a JSON text into nodes: one pass, an explicit stack, and no memory per token except the node.
struct JSONParser {
  /// The result of parsing a text.
  struct Result {
    var nodes: [JSONTree.Node] = []
    var duplicateKeys: [DuplicateJSONKey] = []
    var error: JSONSyntaxError?
  }

  /// The byte order mark in UTF-8.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  let bytes: UnsafeBufferPointer<UInt8>
  let isRelaxed: Bool
  let depthLimit: Int
  /// The offset of the next byte.
  var offset = 0
  var nodes: [JSONTree.Node] = []
  /// The nodes of the open brackets, outermost first.
  var open: [UInt32] = []
  var duplicates = JSONDuplicateSearch()

  /// A parser of `bytes`, which must outlive it.
  init(_ bytes: UnsafeBufferPointer<UInt8>, dialect: JSONTree.Dialect, depthLimit: Int) {
    self.bytes = bytes
    self.depthLimit = depthLimit
    isRelaxed = dialect == .relaxed
  }

  /// Parses the whole text.
  mutating func parse() -> Result {
    // Real files have a value for every 30 to 50 bytes. Unused space is never touched and costs nothing;
    // growing later costs a copy.
    nodes.reserveCapacity(bytes.count / 24 + 4)
    do throws(JSONSyntaxError) {
      try parseText()
      return Result(nodes: nodes, duplicateKeys: duplicates.inOrder)
    } catch {
      return Result(error: error)
    }
  }

  private mutating func parseText() throws(JSONSyntaxError) {
    if bytes.starts(with: Self.byteOrderMark) { offset = Self.byteOrderMark.count }
    try skipGap()
    guard offset < bytes.count else { throw emptyFile() }
    try parseValue(key: .zero, keyHasEscapes: false)
    while let container = open.last { try parseContents(of: Int(container)) }
    try skipGap()
    guard offset == bytes.count else { throw textAfterTheRoot() }
  }

  /// Continues in an open object or array until it ends or another one opens.
  private mutating func parseContents(of container: Int) throws(JSONSyntaxError) {
    let isObject = nodes[container].kind == .object
    let closing = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
    var isFirst = nodes.count == container + 1
    while true {
      try skipGap()
      if isNext(closing) { return close(container) }
      if !isFirst {
        guard isNext(UInt8(ascii: ",")) else { throw missingComma(inObject: isObject) }
        let comma = offset
        offset += 1
        try skipGap()
        if isNext(closing) {
          guard isRelaxed else { throw trailingComma(at: comma, inObject: isObject) }
          return close(container)
        }
      }
      if isObject ? try parseMember(isFirst: isFirst) : try parseElement(isFirst: isFirst) { return }
      isFirst = false
    }
  }

  private mutating func parseElement(isFirst: Bool) throws(JSONSyntaxError) -> Bool {
    try parseValue(key: .zero, keyHasEscapes: false, orElse: isFirst ? "a value or ']'" : "a value")
  }

  private mutating func parseMember(isFirst: Bool) throws(JSONSyntaxError) -> Bool {
    guard isNext(UInt8(ascii: "\"")) else {
      throw unexpected(expected: isFirst ? "a key in double quotes or '}'" : "a key in double quotes")
    }
    let start = offset
    let hasEscapes = try scanString()
    let key = ByteRange(start, offset)
    try skipGap()
    guard isNext(UInt8(ascii: ":")) else { throw unexpected(expected: "':'") }
    offset += 1
    try skipGap()
    return try parseValue(key: key, keyHasEscapes: hasEscapes)
  }

  /// Reads one value; of an object or array only the opening bracket. Returns whether it was one of these.
  @discardableResult
  private mutating func parseValue(
    key: ByteRange, keyHasEscapes: Bool, orElse expected: StaticString = "a value"
  ) throws(JSONSyntaxError) -> Bool {
    let start = offset
    var hasEscapes = false
    let kind: JSONTree.Kind
    switch offset < bytes.count ? bytes[offset] : 0 {
    case UInt8(ascii: "{"): kind = .object
    case UInt8(ascii: "["): kind = .array
    case UInt8(ascii: "\""):
      kind = .string
      hasEscapes = try scanString()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      kind = .number
      try scanNumber()
    case UInt8(ascii: "t"): kind = try scanLiteral("true", .true, orElse: expected)
    case UInt8(ascii: "f"): kind = try scanLiteral("false", .false, orElse: expected)
    case UInt8(ascii: "n"): kind = try scanLiteral("null", .null, orElse: expected)
    default: throw unexpected(expected: expected.description)
    }
    let opens = kind == .object || kind == .array
    if opens {
      guard open.count < depthLimit else { throw tooDeep() }
      open.append(UInt32(truncatingIfNeeded: nodes.count))
      offset += 1
    }
    nodes.append(
      JSONTree.Node(
        range: ByteRange(start, offset), key: key, next: UInt32(truncatingIfNeeded: nodes.count + 1),
        kind: kind, hasEscapes: hasEscapes, keyHasEscapes: keyHasEscapes))
    return opens
  }

  private mutating func close(_ container: Int) {
    offset += 1
    open.removeLast()
    nodes[container].range.end = UInt32(truncatingIfNeeded: offset)
    nodes[container].next = UInt32(truncatingIfNeeded: nodes.count)
    if nodes[container].kind == .object { duplicates.search(container, of: nodes, in: bytes) }
  }

  /// Whether the byte at the offset is `byte`.
  func isNext(_ byte: UInt8) -> Bool { offset < bytes.count && bytes[offset] == byte }
}
