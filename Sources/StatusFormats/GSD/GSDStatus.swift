import StatusClaims
import StatusText

/// What a text says of how far something is, by how it begins.
enum GSDStatus: Equatable {
  /// A status.
  case stage(Vocabulary.Stage)
  /// Done, with a remark that takes something back: it contradicts nothing.
  case hedged
  /// Nothing at all.
  case silent
  /// Text that is not a status.
  case unknown

  /// The status; nil if the text does not say one.
  var stage: Vocabulary.Stage? { if case .stage(let stage) = self { stage } else { nil } }

  /// What the text in `range` says.
  static func read(_ source: SourceText, _ range: ByteRange) -> GSDStatus {
    // A status stands at the beginning; a long text is not searched.
    let range = ByteRange(range.lower, min(range.upper, range.lower + 400))
    var cursor = TextCursor(source.bytes, range)
    let start = cursor.place
    cursor.skipDecoration()
    cursor.skip("[(")
    if cursor.isAtEnd || cursor.byte.map({ ASCII.isOne($0, of: "-.?") }) ?? false && cursor.rest.count < 4 {
      return sign(source.text(ByteRange(start, range.upper)))
    }
    guard let (stage, length) = word(at: cursor) else { return .unknown }
    cursor.place += length
    return stage == .done && takesBack(cursor) ? .hedged : .stage(stage)
  }

  /// Whether the text in `range` is a status and nothing else.
  static func isPlain(_ source: SourceText, _ range: ByteRange) -> Bool {
    var cursor = TextCursor(source.bytes, range)
    cursor.skipDecoration()
    guard let (_, length) = word(at: cursor) else { return false }
    return !source.bytes[(cursor.place + length)..<range.upper].contains(where: ASCII.isAlphanumeric)
  }

  /// What an emoji alone says.
  private static func sign(_ text: String) -> GSDStatus {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "✅", "✓", "✔", "☑": return .stage(.done)
      case "🚧", "🔄", "🏗": return .stage(.active)
      case "⏳", "📋", "⬜", "☐": return .stage(.open)
      default: continue
      }
    }
    return .silent
  }

  /// The longest status that the text begins with.
  private static func word(at cursor: TextCursor) -> (Vocabulary.Stage, length: Int)? {
    var best: (Vocabulary.Stage, length: Int)?
    for (stage, words) in words {
      for word in words where word.count > best?.length ?? 0 && begins(cursor, word) {
        best = (stage, word.count)
      }
    }
    return best
  }

  private static func begins(_ cursor: TextCursor, _ word: [UInt8]) -> Bool {
    let end = cursor.place + word.count
    guard end <= cursor.end else { return false }
    for (offset, letter) in word.enumerated() {
      let byte = ASCII.lowercased(cursor.bytes[cursor.place + offset])
      // A blank stands for every way to join two words.
      if letter == ASCII.space ? !ASCII.isOne(byte, of: " -_") : byte != letter { return false }
    }
    return end == cursor.end || !ASCII.isAlphanumeric(cursor.bytes[end])
  }

  /// Whether the rest of the first sentence says that something is left.
  private static func takesBack(_ rest: TextCursor) -> Bool {
    var end = rest.place
    while end < rest.end, !isSentenceEnd(rest.bytes, end, rest.end) { end += 1 }
    let words = rest.bytes[rest.place..<end].split { !ASCII.isLetter($0) }
    return words.contains { word in
      qualifiers.contains {
        word.count >= $0.count && zip(word, $0).allSatisfy { ASCII.lowercased($0) == $1 }
          && isForm(word, of: $0)
      }
    }
  }

  /// Whether `word` is `qualifier` itself, or one that may go on ("awaiting").
  private static func isForm(_ word: ArraySlice<UInt8>, of qualifier: [UInt8]) -> Bool {
    word.count == qualifier.count || qualifier.count > 4
  }

  private static func isSentenceEnd(_ bytes: [UInt8], _ place: Int, _ end: Int) -> Bool {
    if bytes[place] == UInt8(ascii: ";") { return true }
    return bytes[place] == UInt8(ascii: ".") && (place + 1 == end || ASCII.isBlank(bytes[place + 1]))
  }

  private static let qualifiers = [
    "pending", "await", "partial", "except", "but", "remaining", "remains", "not", "until", "open", "needs",
    "blocked",
  ].map { Array($0.utf8) }

  private static let words: [(Vocabulary.Stage, [[UInt8]])] = [
    (
      .open,
      [
        "not started", "pending", "planned", "planning complete", "ready", "queued", "tbd", "defined",
        "blocked",
        "backlog", "todo", "to do", "not yet", "upcoming", "scheduled", "open", "future", "unstarted",
      ]
    ),
    (
      .active,
      [
        "in progress", "executing", "planning", "partial", "partially", "wip", "human needed", "gaps found",
        "code complete", "awaiting", "verifying", "active", "started", "ongoing", "discussing", "paused",
        "in review",
        "in planning", "in execution", "implementing", "testing", "underway", "halted", "verification",
      ]
    ),
    (
      .done,
      [
        "complete", "completed", "done", "shipped", "finished", "verified", "satisfied", "validated",
        "delivered",
        "passed", "closed", "implemented", "released",
      ]
    ),
    (
      .closed,
      [
        "deferred", "superseded", "dropped", "cancelled", "canceled", "moved", "out of scope", "n/a",
        "archived",
        "parked", "skipped", "removed", "obsolete", "absorbed", "merged", "folded", "replaced", "rejected",
        "descoped",
        "won't do", "wontfix", "retired", "postponed", "withdrawn",
      ]
    ),
  ].map { ($0, $1.map { Array($0.utf8) }) }
}
