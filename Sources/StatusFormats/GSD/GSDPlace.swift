import StatusClaims
import StatusDiagnostics
import StatusText

/// One place that says how far a phase is.
struct GSDPlace {
  /// Where in the files.
  enum Kind {
    case item, heading, field, row, stateRow

    /// "in the list".
    var name: String {
      switch self {
      case .item: "in the list"
      case .heading: "in its heading"
      case .field: "in its section"
      case .row: "in the Progress table"
      case .stateRow: "in STATE.md"
      }
    }
  }

  let kind: Kind
  let status: GSDStatus
  /// What says it: the box, the cell, the value, the text of the heading. A writer replaces it.
  let text: PlacedText

  var stage: Vocabulary.Stage? { status.stage }
  var location: Location { text.location }

  /// "phase 2 is "[x]" here".
  func claim(_ subject: String) -> Claim { text.claim(subject) }

  /// The edit that makes the place, in `source`, say that the phase is done, or in progress; nil if there is none.
  func edit(isDone: Bool, in source: SourceText) -> Fix.FileEdits? {
    let edit: TextEdit
    switch kind {
    case .item: edit = TextEdit(location.range, with: isDone ? "[x]" : "[ ]")
    case .field, .row, .stateRow: edit = TextEdit(location.range, with: isDone ? "Complete" : "In Progress")
    case .heading:
      guard !isDone, let mark = HeadingMark(location.range, in: source) else { return nil }
      edit = TextEdit(mark.range, with: "")
    }
    return Fix.FileEdits(path: location.path, edits: [edit])
  }
}
