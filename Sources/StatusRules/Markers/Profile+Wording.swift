import StatusDiagnostics
import StatusModel
import StatusText

// How messages name statuses.
extension Profile {
  /// Whether what `subject` is about may have that status.
  func allows(_ status: Status, on subject: Finding.Subject) -> Bool {
    switch subject {
    case .phase: phaseStatuses.contains(status)
    case .plan: planStatuses.contains(status)
    case .tree, .file, .task, .entry: true
    }
  }

  /// The markers that `subject` may have: `[NOT STARTED], [IN PROGRESS] or [COMPLETED]`.
  func markers(for subject: Finding.Subject) -> String {
    vocabulary.entries.filter { allows($0.status, on: subject) }.map { "[\($0.marker)]" }.alternatives
  }

  /// What a marker of `subject` may be, for a help line; first those that were probably meant.
  func help(for subject: Finding.Subject, suggestions: [Status] = []) -> String {
    let meant = suggestions.map(vocabulary.marker).alternatives
    let question = meant.isEmpty ? "" : "did you mean \(meant)? "
    return "\(question)valid markers of a \(subject.noun): \(markers(for: subject))"
  }

  /// What to do about a heading without a marker whose title ends with the name of a status; nil for other titles.
  func help(forTitle heading: ByteRange, of source: SourceText) -> String? {
    MarkerScanner(source.bytes, vocabulary: vocabulary).status(endingTitle: heading)
      .map { "if the end of the heading is its status, write \(vocabulary.marker($0)) instead" }
  }

  /// The values that a status in a state file may have: `not_started, in_progress or completed`.
  var values: String { vocabulary.entries.map(\.value).alternatives }
}

extension Array where Element == String {
  /// `a, b or c`
  var alternatives: String {
    guard count > 1, let last else { return first ?? "" }
    return "\(dropLast().joined(separator: ", ")) or \(last)"
  }
}

extension String {
  /// The text in quotes, cut short after 60 characters: a value may be a whole paragraph.
  var quotedBriefly: String {
    let brief = prefix(61)
    return brief.count > 60 ? "\"\(brief.dropLast())…\"" : "\"\(brief)\""
  }
}

extension Finding.Subject {
  /// The word for it: `phase`.
  var noun: String {
    switch self {
    case .task, .entry: "task"
    case .plan: "plan"
    case .phase: "phase"
    case .tree: "tree"
    case .file: "file"
    }
  }
}
