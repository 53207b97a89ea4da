import StatusModel
import StatusText

/// Lays changes of a task's status out in its entry of TODO.md.
package struct TaskEntryLayout {
  let entry: TaskEntry
  let list: TaskList
  private let profile: Profile

  /// The layout of `entry`, which is one of `list`.
  package init(_ entry: TaskEntry, in list: TaskList, _ profile: Profile) {
    self.entry = entry
    self.list = list
    self.profile = profile
  }

  /// Gives the entry the status, the dates and the reason of `change`.
  package func make(_ change: TaskChange, in changes: inout MarkdownChanges) {
    if change.moves { setStatus(change.new, &changes) }
    let dates = DateChanges(change, claims: entry.timestamps, profile)
    if let stage = dates.renamed, let claim = entry.timestamp(.completed) {
      changes.replace(claim.nameRange, with: stage.title)
    }
    for event in dates.set {
      guard let time = change.dates[event] else { continue }
      let isFreed = event == .completed && dates.renamed != nil
      setDate(event, to: text(of: time), isFreed: isFreed, &changes)
    }
    for claim in entry.timestamps where claim.event.map(dates.removed.contains) ?? false {
      if let field = field(of: claim) { changes.remove(field, includesContinuation: true) }
    }
    for place in change.reasonsTakenBack {
      for field in fields(place.field) { changes.remove(field, includesContinuation: true) }
    }
    if let reason = change.reason, let place = HaltReason(for: change.new) {
      setReason(place.field, to: reason, &changes)
    }
  }

  // MARK: Status

  /// Sets every marker of the entry; one without any gets a Status, before its other fields.
  private func setStatus(_ status: Status, _ changes: inout MarkdownChanges) {
    for marker in entry.allMarkers { changes.set(marker, to: status, in: profile.vocabulary) }
    guard entry.marker == nil else { return }
    let text = profile.vocabulary.marker(status)
    guard let field = entry.field(.status) else {
      return insert(FieldName.status.title, text, after: nil, &changes)
    }
    if list.source.bytes[field.region.indices].allSatisfy(ASCII.isWhitespace) {
      changes.setValue(of: field, to: text)
    } else {
      changes.giveUp()
    }
  }

  // MARK: Dates and reasons

  /// Writes a date: over the one that is there, and over every repetition of it, or on a line of its own. Where the
  /// name of the old date `isFreed`, the old one keeps its line under another name, and the new one comes after it.
  private func setDate(
    _ event: StatusEvent, to text: String, isFreed: Bool, _ changes: inout MarkdownChanges
  ) {
    let written = entry.timestamps.filter { $0.event == event }.compactMap { claim in
      field(of: claim).map { (claim: claim, field: $0) }
    }
    guard !written.isEmpty, !isFreed else {
      let anchor = written.first?.field ?? FieldPlace.anchor(forDate: event, in: entry.fields)
      return insert(event.title, text, after: anchor, &changes)
    }
    for (claim, field) in written {
      if let found = claim.reading.found, found.range.lower >= field.valueRange.lower {
        changes.replace(found.range, with: text)
      } else {
        changes.setValue(of: field, to: text)
      }
    }
  }

  /// `time` as the task's dates are written: where the profile leaves a choice, as those that are there.
  private func text(of time: Timestamp) -> String {
    let forms = profile.timestamps.taskField
    if forms.contains(.date), forms.contains(.full) {
      let known = entry.timestamps.first?.reading.found ?? list.firstDate()?.reading.found
      if known?.form == .date { return time.dateText }
    }
    return time.shown(in: forms)
  }

  private func field(of claim: TimestampClaim) -> Field? {
    entry.fields.first { $0.nameRange == claim.nameRange }
  }

  private func setReason(_ name: FieldName, to reason: String, _ changes: inout MarkdownChanges) {
    let written = fields(name)
    for field in written { changes.setValue(of: field, to: reason, replacesContinuation: true) }
    guard written.isEmpty else { return }
    insert(name.title, reason, after: FieldPlace.anchorForReason(in: entry.fields), &changes)
  }

  private func fields(_ name: FieldName) -> [Field] { entry.fields.filter { $0.name == name } }

  /// Puts a field in after another one. Without one it goes after the first field, or before it where the entry gets
  /// its Status there as well.
  func insert(
    _ name: String, _ value: String, after anchor: Field?, _ changes: inout MarkdownChanges
  ) {
    if let anchor {
      changes.insert(name, value, after: anchor)
    } else if let first = entry.fields.first {
      entry.marker == nil
        ? changes.insert(name, value, before: first) : changes.insert(name, value, after: first)
    } else {
      changes.insert(name, value, beneath: entry.heading, fields: entry.fields)
    }
  }
}
