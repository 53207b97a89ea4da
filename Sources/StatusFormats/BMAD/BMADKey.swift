import StatusClaims
import StatusText

/// A key of `development_status`, or the name of a file that is called after one.
struct BMADKey: Hashable {
  /// What a key names.
  enum Kind {
    case epic, retrospective, story

    var vocabulary: Vocabulary {
      switch self {
      case .epic: BMADWords.epic
      case .retrospective: BMADWords.retrospective
      case .story: BMADWords.story
      }
    }

    /// "story".
    var name: String {
      switch self {
      case .epic: "epic"
      case .retrospective: "retrospective"
      case .story: "story"
      }
    }

    /// "a story".
    var noun: String {
      switch self {
      case .epic: "an epic"
      case .retrospective: "a retrospective"
      case .story: "a story"
      }
    }
  }

  let text: String

  /// What is between the hyphens.
  var parts: [Substring] { text.utf8.split(separator: UInt8(ascii: "-")).map { Substring($0) } }

  var kind: Kind {
    if text.hasSuffix("-retrospective") { return .retrospective }
    let parts = parts
    return parts.count > 1 && parts.prefix(2).contains("epic") ? .epic : .story
  }

  /// The leading parts that are numbers, each perhaps with a letter, without leading zeros: `8a-1` of `8a-01-name`; nil
  /// without one.
  var number: String? { Self.number(parts) }

  /// The number of `Story 2.6a`, in the form of a key.
  static func number(ofHeading text: Substring) -> String? {
    number(text.lowercased().split { $0 == "." || $0 == "-" })
  }

  private static func number(_ parts: [Substring]) -> String? {
    let numbers = parts.prefix(while: isNumber).map { part in
      let digits = part.drop { $0 == "0" }
      return digits.isEmpty
        || !digits.utf8.allSatisfy(ASCII.isDigit) && !ASCII.isDigit(digits.utf8.first ?? 0)
        ? "0\(digits)" : String(digits).lowercased()
    }
    return numbers.isEmpty ? nil : numbers.joined(separator: "-")
  }

  /// `8`, `8a`, `1.2`.
  private static func isNumber(_ part: Substring) -> Bool {
    let bytes = Array(part.utf8)
    let digits = bytes.prefix { ASCII.isDigit($0) || $0 == UInt8(ascii: ".") }
    guard let first = digits.first, ASCII.isDigit(first) else { return false }
    return bytes.count - digits.count <= 1 && bytes.dropFirst(digits.count).allSatisfy(ASCII.isLetter)
  }

  /// The single letter after the number, as parts of a story have it: `b` of `10-5-b-name`.
  var letter: Substring? {
    parts.drop(while: Self.isNumber).first.flatMap { $0.utf8.count == 1 ? $0 : nil }
  }

  /// The name after the number, with blanks.
  var title: String { parts.drop(while: Self.isNumber).joined(separator: " ") }

  /// The words after the number.
  var words: Set<ArraySlice<UInt8>> { TaskWords.words(Array(title.utf8)[...]) }
}
