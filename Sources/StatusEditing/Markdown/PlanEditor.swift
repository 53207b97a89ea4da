import StatusModel
import StatusText

/// Collects the changes of a plan: markers and dates of phases, and the Status of the plan.
package struct PlanEditor {
  private let plan: Plan
  private let profile: Profile
  private var changes: MarkdownChanges

  /// No changes of `plan` yet.
  package init(_ plan: Plan, _ profile: Profile) {
    self.plan = plan
    self.profile = profile
    changes = MarkdownChanges(plan.source)
  }

  /// The edits; nil if they cannot be made without changing other text.
  package var edits: [TextEdit]? { changes.edits }

  /// Changes the Status of the plan, if it has one.
  package mutating func setStatus(_ status: Status) {
    for marker in plan.statusMarkers { changes.set(marker, to: status, in: profile.vocabulary) }
  }

  /// Adds a Status to a plan that has none: after its Task, or before its first field.
  package mutating func addStatus(_ status: Status) {
    let name = FieldName.status.title
    let marker = profile.vocabulary.marker(status)
    if let field = plan.field(.status) {
      changes.setValue(of: field, to: marker)
    } else if let task = plan.field(.task) ?? plan.field(.taskNumber) {
      changes.insert(name, marker, after: task)
    } else if let first = plan.fields.first {
      changes.insert(name, marker, before: first)
    } else if let title = plan.title {
      changes.insert(lines: ["", FieldStyle.standard().line(name, marker)], afterLineOf: title.upper)
    }
  }

  /// Adds fields of the plan's metadata. Where it has none yet, they come below its title.
  package mutating func add(_ fields: [(name: String, value: String)]) {
    guard plan.fields.isEmpty else { return fields.forEach { add($0.name, $0.value) } }
    guard let title = plan.title else { return changes.giveUp() }
    let style = FieldStyle.standard()
    changes.insert(lines: [""] + fields.map { style.line($0.name, $0.value) }, afterLineOf: title.upper)
  }

  /// Adds a field of the plan's metadata: after those that the standard has before it, or before the first one. One that
  /// is there and empty gets the value.
  private mutating func add(_ name: String, _ value: String) {
    let written = plan.fields.first {
      $0.isEmpty(in: plan.source) && plan.source.text($0.nameRange).lowercased() == name.lowercased()
    }
    if let written { return changes.setValue(of: written, to: value) }
    let known = profile.required.planFields
    let before = known.prefix { $0.first != name }.flatMap(\.self).map { $0.lowercased() } + ["status"]
    let isFirst = known.first?.first == name
    let anchor = plan.fields.last { before.contains(plan.source.text($0.nameRange).lowercased()) }
    if let anchor, !isFirst {
      changes.insert(name, value, after: anchor)
    } else if let first = plan.fields.first {
      changes.insert(name, value, before: first)
    }
  }

  /// Applies the change of a phase.
  package mutating func make(_ change: PhaseChange) {
    let phase = plan.phases[change.phase]
    if change.new != change.old || phase.marker == nil { setMarker(of: phase, to: change.new) }
    let written = change.stamps.sorted { Self.order($0.event) < Self.order($1.event) }
    var anchor = PhaseAnchor(phase, plan.source)
    for stamp in written { write(stamp, in: phase, &anchor) }
    if change.new != change.old { removeUnearned(of: phase, change) }
  }

  private static func order(_ event: StatusEvent) -> Int {
    event == .started ? 0 : event == .completed ? 1 : 2
  }

  // MARK: Markers

  /// Gives a phase the marker of `status`; one without any gets it at the end of its heading.
  package mutating func setMarker(of phase: Phase, to status: Status) {
    guard let marker = phase.marker else {
      // After the text of the heading; if all of it is bold, after the bold text.
      let end = ByteRange(phase.heading.upper, phase.heading.upper)
      return changes.replace(end, with: " " + profile.vocabulary.marker(status))
    }
    changes.set(marker, to: status, in: profile.vocabulary)
    // The marker of the heading and a Status line below it must stay equal.
    for other in phase.markers.dropFirst() where other.status != nil {
      changes.set(other, to: status, in: profile.vocabulary)
    }
  }

  // MARK: Dates

  private mutating func write(_ stamp: PhaseChange.Stamp, in phase: Phase, _ anchor: inout PhaseAnchor) {
    let reason = stamp.reason.map { ", Reason: \($0)" } ?? ""
    let text = stamp.timestamp.shown + reason
    let written = phase.timestamps.filter { $0.event == stamp.event }
    if written.isEmpty { insert(stamp.event.title, text, in: phase, &anchor) }
    for (index, claim) in written.enumerated() {
      if index > 0, let date = claim.reading.found?.range {
        // What else a repetition says is a note.
        changes.replace(date, with: stamp.timestamp.shown)
      } else if let field = phase.fields.first(where: { $0.nameRange == claim.nameRange }) {
        changes.setValue(of: field, to: text)
      } else {
        changes.replace(claim.valueRange, with: text)
      }
    }
  }

  private mutating func insert(_ name: String, _ value: String, in phase: Phase, _ anchor: inout PhaseAnchor)
  {
    switch anchor.place(of: name) {
    case .behind(let field): changes.insert(name, value, after: field)
    case .brackets(let offset): changes.insert(lines: ["(\(name): \(value))"], afterLineOf: offset)
    case .beneathHeading:
      changes.insert(name, value, beneath: phase.heading, marker: phase.marker, fields: phase.fields)
    }
  }

  /// A phase that is in progress again has no Completed, and one that is not abandoned has no Abandoned.
  private mutating func removeUnearned(of phase: Phase, _ change: PhaseChange) {
    for claim in phase.timestamps {
      let isUnearned =
        claim.event == .abandoned && change.new != .abandoned
        || claim.event == .completed && change.new == .inProgress
        || change.new == .notStarted && claim.event != nil
      guard isUnearned, let field = phase.fields.first(where: { $0.nameRange == claim.nameRange }) else {
        continue
      }
      changes.remove(field, includesContinuation: true)
    }
  }
}
