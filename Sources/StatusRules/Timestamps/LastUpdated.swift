import StatusDiagnostics
import StatusEditing
import StatusModel
import StatusText

/// The "last updated" of files and entries: which dates are one, and what raises one that a new date makes stale.
enum LastUpdated {
  /// Whether `claim` says when what is below it was last updated.
  static func isOne(_ claim: TimestampClaim) -> Bool {
    switch claim.place {
    case .lastUpdated, .taskListHeader: true
    case .record: claim.name == "_last_updated"
    case .taskField, .phaseField, .statusChange: false
    }
  }

  /// The edits that raise those of `claims` that are older than `date`, which a fix writes below them. Where only a
  /// time of day will do and `date` has none, that is the present time, at which the fix updates the file. Nil where
  /// there is no such edit: the fix would create a finding.
  static func edits(raising claims: [TimestampClaim], to date: FoundTimestamp, in workspace: Workspace)
    -> [TextEdit]?
  {
    guard !FutureTimestamp.isAhead(date.timestamp, of: workspace.now) else { return nil }
    var edits: [TextEdit] = []
    for claim in claims where isOne(claim) {
      guard let found = claim.reading.found, found.timestamp.isBefore(date.timestamp) else { continue }
      let now = workspace.now.isBefore(date.timestamp) ? nil : workspace.now.fullText
      guard let text = claim.raisedText(date.repeatable, in: workspace.profile) ?? now else { return nil }
      edits.append(TextEdit(found.range, with: text))
    }
    return edits
  }
}

extension Fix.FileEdits {
  /// The same edits, and in order with them `raising`, which raise dates.
  func adding(_ raising: [TextEdit]) -> Fix.FileEdits {
    guard !raising.isEmpty else { return self }
    let all = (edits + raising).sorted { $0.range < $1.range }
    return Fix.FileEdits(path: path, edits: all, raised: raised + raising.map(\.range))
  }
}

extension Fix {
  /// The same fix, which also raises those of `claims` in the file at `path` that are older than the newest of `dates`,
  /// which it writes there; nil if it cannot.
  func raising(
    _ claims: [TimestampClaim], to dates: [FoundTimestamp], at path: String, in workspace: Workspace
  ) -> Fix? {
    guard let newest = dates.max(by: { $0.timestamp.secondsSince1970 < $1.timestamp.secondsSince1970 }) else {
      return self
    }
    guard let edits = LastUpdated.edits(raising: claims, to: newest, in: workspace) else { return nil }
    var fix = self
    for index in fix.files.indices where fix.files[index].path == path {
      fix.files[index] = fix.files[index].adding(edits)
    }
    return fix
  }
}
