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

  /// The edit that makes the place say that the phase is done, or in progress; nil for a heading.
  func edit(isDone: Bool) -> Fix.FileEdits? {
    let written: String
    switch kind {
    case .item: written = isDone ? "[x]" : "[ ]"
    case .field, .row, .stateRow: written = isDone ? "Complete" : "In Progress"
    case .heading: return nil
    }
    return Fix.FileEdits(path: location.path, edits: [TextEdit(location.range, with: written)])
  }
}
