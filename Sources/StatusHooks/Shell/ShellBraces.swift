/// The words that a shell makes of one with alternatives in braces: `specs{,.old}`.
enum ShellBraces {
  /// More words than this are not made of one.
  private static let limit = 64

  /// The words that `word` stands for, itself if it has no alternatives.
  static func expanded(_ word: String) -> [String] {
    var words = [word]
    var index = 0
    while index < words.count, words.count <= limit {
      if let parts = parts(of: Array(words[index])) {
        words.replaceSubrange(index...index, with: parts)
      } else {
        index += 1
      }
    }
    return words.count <= limit ? words : [word]
  }

  /// The words for the alternatives of the first innermost pair of braces; nil if there is none with a comma.
  private static func parts(of word: [Character]) -> [String]? {
    var start: Int?
    var hasComma = false
    for (index, character) in word.enumerated() {
      switch character {
      case "{": (start, hasComma) = (index, false)
      case ",": hasComma = true
      case "}":
        guard let begin = start, hasComma else {
          start = nil
          continue
        }
        let choices = word[(begin + 1)..<index].split(separator: ",", omittingEmptySubsequences: false)
        return choices.map { String(word[..<begin] + $0 + word[(index + 1)...]) }
      default: break
      }
    }
    return nil
  }
}
