/// A pattern for paths, as configurations have them: `*` is any text without a slash, `?` one character without a
/// slash, `[a-z]` and `[!a-z]` one character of a class, `**` as a whole component any number of components, and a
/// backslash takes the character after it as it is. A pattern that ends in a slash is everything below that directory.
/// Components that say nothing, as in `./specs//*.md`, are left out.
package struct PathPattern: Sendable, Hashable {
  /// What a pattern cannot be.
  package enum Fault: Error, Hashable, Sendable {
    case empty, absolute, parent, negated, partialDoubleStar, openClass, braces, endsInBackslash
  }

  private enum Token: Hashable, Sendable {
    case byte(UInt8)
    case anyCharacter
    case anyText
    /// Any number of whole components, each with its slash.
    case anyComponents
    /// Everything that follows, which is not nothing.
    case rest
    case oneOf([ClosedRange<UInt32>], isNegated: Bool)
  }

  /// The pattern as it was written.
  package let text: String
  private let tokens: [Token]

  /// Reads a pattern.
  package init(_ text: String) throws(Fault) {
    self.text = text
    var reader = Reader(Array(text.unicodeScalars))
    tokens = try reader.tokens()
  }

  /// Whether the whole of `path` matches. Takes time in proportion to the length of the path times that of the pattern,
  /// whatever they are.
  package func matches(_ path: String) -> Bool {
    var path = path
    return path.withUTF8 { Matcher(tokens: tokens, path: $0).matches() }
  }
}

extension PathPattern {
  /// Makes tokens of a text.
  private struct Reader {
    private var scalars: [Unicode.Scalar]
    private var offset = 0

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    mutating func tokens() throws(Fault) -> [Token] {
      guard let first = scalars.first else { throw .empty }
      if first == "/" { throw .absolute }
      if first == "!" { throw .negated }
      let components = scalars.split(separator: "/", omittingEmptySubsequences: false)
      if components.contains(where: { $0.elementsEqual("..".unicodeScalars) }) { throw .parent }
      let telling = components.filter { !$0.isEmpty && !$0.elementsEqual(".".unicodeScalars) }
      let isDirectory = telling.last.map { $0.endIndex < scalars.endIndex } ?? true
      scalars = Array(telling.joined(separator: CollectionOfOne("/")))
      var tokens: [Token] = []
      while offset < scalars.count { tokens += try next() }
      if isDirectory { tokens += (telling.isEmpty ? [] : [.byte(UInt8(ascii: "/"))]) + [.rest] }
      return tokens
    }

    private mutating func next() throws(Fault) -> [Token] {
      let scalar = scalars[offset]
      offset += 1
      switch scalar {
      case "*": return [try star()]
      case "?": return [.anyCharacter]
      case "[": return [try oneOf()]
      case "{", "}": throw .braces
      case "\\":
        guard offset < scalars.count else { throw .endsInBackslash }
        offset += 1
        return Self.bytes(scalars[offset - 1])
      default: return Self.bytes(scalar)
      }
    }

    private static func bytes(_ scalar: Unicode.Scalar) -> [Token] { String(scalar).utf8.map { .byte($0) } }

    /// What follows a star.
    private mutating func star() throws(Fault) -> Token {
      guard offset < scalars.count, scalars[offset] == "*" else { return .anyText }
      let isWhole = offset < 2 || scalars[offset - 2] == "/"
      offset += 1
      guard isWhole, offset == scalars.count || scalars[offset] == "/" else { throw .partialDoubleStar }
      if offset == scalars.count { return .rest }
      offset += 1
      return .anyComponents
    }

    /// What follows an opening bracket.
    private mutating func oneOf() throws(Fault) -> Token {
      var ranges: [ClosedRange<UInt32>] = []
      let isNegated = offset < scalars.count && (scalars[offset] == "!" || scalars[offset] == "^")
      if isNegated { offset += 1 }
      let start = offset
      while offset < scalars.count {
        // A bracket that comes first is a member.
        if scalars[offset] == "]", offset > start {
          offset += 1
          return .oneOf(ranges, isNegated: isNegated)
        }
        let low = scalars[offset].value
        offset += 1
        if offset + 1 < scalars.count, scalars[offset] == "-", scalars[offset + 1] != "]" {
          let high = scalars[offset + 1].value
          offset += 2
          if low <= high { ranges.append(low...high) }
        } else {
          ranges.append(low...low)
        }
      }
      throw .openClass
    }
  }
}

extension PathPattern {
  /// Compares tokens with a path. After a mismatch, only the last star of the component and the last `**` take more:
  /// what those before them could take instead ends at the same slash.
  private struct Matcher {
    let tokens: [Token]
    let path: UnsafeBufferPointer<UInt8>

    func matches() -> Bool {
      var token = 0
      var place = 0
      var text: (token: Int, place: Int)?
      var components: (token: Int, place: Int)?
      while true {
        if token == tokens.count {
          if place == path.count { return true }
        } else if tokens[token] == .rest {
          if place < path.count { return true }
        } else if tokens[token] == .anyComponents {
          token += 1
          components = (token, place)
          text = nil
          continue
        } else if tokens[token] == .anyText {
          token += 1
          text = (token, place)
          continue
        } else if let length = length(of: tokens[token], at: place) {
          if path[place] == Self.slash { text = nil }
          token += 1
          place += length
          continue
        }
        if let (next, start) = text, start < path.count, path[start] != Self.slash {
          (token, place) = (next, start + characterLength(at: start))
          text = (next, place)
        } else if let (next, start) = components, let slash = path[start...].firstIndex(of: Self.slash) {
          (token, place) = (next, slash + 1)
          components = (next, place)
          text = nil
        } else {
          return false
        }
      }
    }

    private static let slash = UInt8(ascii: "/")

    /// How many bytes at `place` a token for one character takes; nil if it does not match.
    private func length(of token: Token, at place: Int) -> Int? {
      guard place < path.count else { return nil }
      if case .byte(let byte) = token { return path[place] == byte ? 1 : nil }
      guard path[place] != Self.slash else { return nil }
      let length = characterLength(at: place)
      guard case .oneOf(let ranges, let isNegated) = token else { return length }
      let value = String(decoding: path[place..<place + length], as: UTF8.self).unicodeScalars.first?.value
      return ranges.contains { $0.contains(value ?? 0) } == isNegated ? nil : length
    }

    /// A byte that is not UTF-8 is a character of its own.
    private func characterLength(at place: Int) -> Int {
      max(1, UTF8Validation.sequenceLength(at: place, in: path))
    }
  }
}
