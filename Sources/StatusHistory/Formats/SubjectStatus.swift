import StatusClaims

/// A status of another format.
package struct SubjectStatus: Hashable, Sendable {
  /// As the format writes it, or as it is written if the format does not know it.
  package let text: String
  /// How far something with it is; nil if that cannot be told.
  package let stage: Vocabulary.Stage?
  /// Its place in the order of the format's statuses; nil if the format does not know it.
  package let place: Int?

  /// The status `text` among `statuses`.
  init(_ text: String, _ stage: Vocabulary.Stage?, in statuses: Vocabulary) {
    self.text = text
    self.stage = stage
    place = statuses.words.firstIndex { $0.text == text }
  }

  /// Whether nothing comes after it.
  package var isEnd: Bool { stage == .done || stage == .closed }
}
