import StatusText

/// A sentence about an update. Programs get its paths from the repository root; people see them from where they are.
package struct SyncMessage: Sendable, CustomStringConvertible {
  fileprivate enum Part: Sendable {
    case text(String)
    case path(String)
  }

  private var parts: [Part]

  /// A sentence without paths, or with paths that are shown as they are.
  package init(_ text: String) { parts = [.text(text)] }

  /// A message that shows its paths itself.
  package init(_ message: Message) { self.init(message.plain) }

  private init(parts: [Part]) { self.parts = parts }

  /// The sentence, with paths from the repository root.
  package var description: String {
    parts.reduce(into: "") { text, part in
      switch part {
      case .text(let words), .path(let words): text += words
      }
    }
  }

  /// The sentence for people, with its paths as `shown` spells them.
  package func message(_ shown: (String) -> String) -> Message {
    parts.reduce(into: "") { message, part in
      switch part {
      case .text(let words): message += "\(words)"
      case .path(let path): message += "\(shown(path))"
      }
    }
  }

  /// Both sentences, one after the other.
  package static func + (left: SyncMessage, right: SyncMessage) -> SyncMessage {
    SyncMessage(parts: left.parts + right.parts)
  }
}

extension SyncMessage: Hashable {
  /// Whether two say the same.
  package static func == (left: SyncMessage, right: SyncMessage) -> Bool {
    left.description == right.description
  }

  /// Hashes what it says.
  package func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

extension SyncMessage: ExpressibleByStringInterpolation {
  /// The sentence of a literal.
  package init(stringLiteral text: String) { self.init(text) }

  /// The sentence of a literal with interpolations.
  package init(stringInterpolation parts: StringInterpolation) { self.parts = parts.parts }

  /// Takes words with `\(…)`, and paths from the repository root with `\(path: …)`.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    /// An empty sentence.
    package init(literalCapacity: Int, interpolationCount: Int) {}

    /// Appends words.
    package mutating func appendLiteral(_ text: String) { parts.append(.text(text)) }

    /// Appends words, whatever they hold.
    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      parts.append(.text(value.description))
    }

    /// Appends a message that shows its paths itself.
    package mutating func appendInterpolation(_ message: Message) { parts.append(.text(message.plain)) }

    /// Appends a path from the repository root.
    package mutating func appendInterpolation(path: String) { parts.append(.path(path)) }

    /// Appends another sentence with its paths.
    package mutating func appendInterpolation(_ message: SyncMessage) { parts += message.parts }
  }
}
