import StatusModel
import StatusText

/// Words of which a value is one.
package struct WordForm: Sendable {
  /// What the words are: "a severity", "severities".
  package let noun: (singular: String, plural: String)
  /// The words.
  package let words: [String]
  /// How users get a list of them, if it is too long for a message.
  package let listing: String?

  init(_ singular: String, _ plural: String, _ words: [String], listing: String? = nil) {
    noun = (singular, plural)
    self.words = words
    self.listing = listing
  }
}

extension WordForm {
  /// What is valid instead of `text`, with the nearest word.
  func help(for text: String) -> Message {
    let sameLetters = words.first { $0.lowercased() == text.lowercased() }
    let guess: Message =
      (sameLetters ?? EditDistance.closest(to: text, among: words)).map { "did you mean \"\($0)\"? " } ?? ""
    let all: Message = listing.map { "\($0)" } ?? "use one of \(words.joined(separator: ", "))"
    return guess + all
  }
}
