/// A Swift file taken apart as far as the architecture tests need: code without comments and without what stands
/// in string literals, and the comments. Regular expression literals are not known here; ours have no quotes.
struct SwiftSource: Sendable {
  /// A comment and where it begins.
  struct Comment: Equatable, Sendable {
    /// From 1.
    let line: Int
    /// Without its delimiters.
    let text: String
  }

  /// A word or a sign, and where it stands.
  struct Token: Equatable, Sendable {
    /// A word holds letters, digits, `_` and `@`; any other sign stands alone.
    let text: String
    /// From 1.
    let line: Int
  }

  /// What the reader is in.
  private enum Context {
    /// Code; the number of open parentheses when it is interpolated into a string.
    case code(depth: Int)
    /// A string literal with so many number signs.
    case string(pounds: Int, isMultiline: Bool)
  }

  /// The lines as they stand.
  let lines: [Substring]
  /// The same lines, comments and the content of strings being blanks.
  let codeLines: [String]
  /// The words and the single signs of the code, in order.
  let tokens: [Token]
  /// The comments, in order.
  let comments: [Comment]

  /// Takes `text` apart.
  init(_ text: String) {
    var scanner = Scanner(Array(text.utf8))
    scanner.run()
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    codeLines = scanner.code.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    tokens = Self.tokens(scanner.code)
    comments = scanner.comments
  }

  private static func tokens(_ code: [UInt8]) -> [Token] {
    var found: [Token] = []
    var line = 1
    var start = 0
    while start < code.count {
      let end = code[start...].firstIndex { !isWordByte($0) } ?? code.count
      if end > start {
        found.append(Token(text: String(decoding: code[start..<end], as: UTF8.self), line: line))
      }
      guard end < code.count else { break }
      let sign = code[end]
      if sign == UInt8(ascii: "\n") {
        line += 1
      } else if sign > UInt8(ascii: " ") {
        found.append(Token(text: String(UnicodeScalar(sign)), line: line))
      }
      start = end + 1
    }
    return found
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "@"), 0x80...: true
    default: false
    }
  }

  /// One pass over the bytes.
  private struct Scanner {
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    private var contexts: [Context] = []
    private(set) var code: [UInt8] = []
    private(set) var comments: [Comment] = []

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      code.reserveCapacity(bytes.count)
    }

    mutating func run() {
      while position < bytes.count {
        if case .string(let pounds, let isMultiline) = contexts.last {
          readString(pounds, isMultiline)
        } else {
          readCode()
        }
      }
    }

    private func begins(with text: StaticString, at offset: Int = 0) -> Bool {
      text.withUTF8Buffer { bytes[min(position + offset, bytes.count)...].starts(with: $0) }
    }

    private mutating func advance(blank: Bool) {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\n") { line += 1 }
      code.append(blank && byte != UInt8(ascii: "\n") ? UInt8(ascii: " ") : byte)
      position += 1
    }

    private mutating func advance(_ count: Int, blank: Bool) {
      for byte in bytes[position..<min(position + count, bytes.count)] {
        if byte == UInt8(ascii: "\n") { line += 1 }
        code.append(blank && byte != UInt8(ascii: "\n") ? UInt8(ascii: " ") : byte)
      }
      position += count
    }

    private mutating func readCode() {
      // What can begin anything but code.
      guard "/#\"()".utf8.contains(bytes[position]) else { return advance(blank: false) }
      if begins(with: "//") { return readLineComment() }
      if begins(with: "/*") { return readBlockComment() }
      let pounds = bytes[position...].prefix { $0 == UInt8(ascii: "#") }.count
      if begins(with: "\"", at: pounds) {
        let isMultiline = begins(with: "\"\"\"", at: pounds)
        advance(pounds + (isMultiline ? 3 : 1), blank: true)
        return contexts.append(.string(pounds: pounds, isMultiline: isMultiline))
      }
      if case .code(let depth) = contexts.last {
        let change = begins(with: "(") ? 1 : begins(with: ")") ? -1 : 0
        if change != 0 { contexts.removeLast() }
        if change != 0 && depth + change > 0 { contexts.append(.code(depth: depth + change)) }
      }
      advance(blank: false)
    }

    private mutating func readString(_ pounds: Int, _ isMultiline: Bool) {
      let sign = [UInt8](repeating: UInt8(ascii: "#"), count: pounds)
      if begins(with: "\\"), bytes[(position + 1)...].starts(with: sign) {
        let isInterpolation = begins(with: "(", at: 1 + pounds)
        if isInterpolation { contexts.append(.code(depth: 1)) }
        return advance(2 + pounds, blank: true)
      }
      let quotes = isMultiline ? 3 : 1
      if isMultiline ? begins(with: "\"\"\"") : begins(with: "\""),
        bytes[min(position + quotes, bytes.count)...].starts(with: sign)
      {
        contexts.removeLast()
        return advance(quotes + pounds, blank: true)
      }
      // A literal that is not closed ends with its line.
      if !isMultiline && begins(with: "\n") { contexts.removeLast() }
      advance(blank: true)
    }

    private mutating func readLineComment() {
      let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      record(bytes[(position + 2)..<end])
      advance(end - position, blank: true)
    }

    private mutating func readBlockComment() {
      let start = position
      var depth = 0
      var end = position
      while end < bytes.count {
        let pair = bytes[end...].prefix(2)
        if pair.elementsEqual("/*".utf8) { depth += 1 }
        if pair.elementsEqual("*/".utf8) { depth -= 1 }
        end += pair.elementsEqual("/*".utf8) || pair.elementsEqual("*/".utf8) ? 2 : 1
        if depth == 0 { break }
      }
      record(bytes[min(start + 2, end)..<end])
      advance(end - start, blank: true)
    }

    private mutating func record(_ text: ArraySlice<UInt8>) {
      comments.append(Comment(line: line, text: String(decoding: text, as: UTF8.self)))
    }
  }
}
