import StatusModel

/// The name of a status from a caller: `in_progress`, `[IN PROGRESS]`, `in progress`.
enum StatusName {
  /// The status; nil if it is not certainly one of the vocabulary.
  static func read(_ text: String, _ vocabulary: StatusVocabulary) -> Status? {
    switch vocabulary.reading(ofValue: Array(text.utf8)[...]) {
    case .standard(let status), .spelling(let status): status
    case .worded, .undecided, .ambiguous, .unknown: nil
    }
  }
}
