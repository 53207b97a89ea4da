import StatusDiagnostics
import StatusModel
import StatusText

/// Something in a file that carries dates: a task, a phase, an entry of a state file, or the head of a file.
///
/// A class, because every rule for dates is asked about every item, and a struct would be copied each time.
package final class DatedItem {
  /// What kind of thing it is.
  enum Kind {
    /// The head of TODO.md or of the registry.
    case head
    /// A task of TODO.md.
    case task
    /// A phase of a plan that is not part of another phase.
    case phase
    /// A phase that is a part of another.
    case subPhase
    /// An entry in active_projects.
    case entry
    /// A record in completed_projects and the like.
    case closed
    /// A project directory's state.json.
    case projectState
  }

  /// What kind of thing it is.
  let kind: Kind
  /// The file it is in.
  let source: SourceText
  /// The task's number, where there is one.
  let task: Int?
  /// The phase's number as written.
  let phase: String?
  /// Its status, where it is certain.
  let status: Status?
  /// Where its status is, as written.
  let statusRange: ByteRange?
  /// The whole of it; nil for the head of a file.
  let range: ByteRange?
  /// The tree of its file, where that is JSON; shared by everything in it.
  let json: LazyJSON
  /// Its dates, in order; in a state file those under keys with `_at` last.
  let claims: [TimestampClaim]

  init(
    kind: Kind, source: SourceText, task: Int?, phase: String? = nil, status: Status? = nil,
    statusRange: ByteRange? = nil, range: ByteRange? = nil, json: LazyJSON, claims: [TimestampClaim]
  ) {
    self.kind = kind
    self.source = source
    self.task = task
    self.phase = phase
    self.status = status
    self.statusRange = statusRange
    self.range = range
    self.json = json
    self.claims = claims
  }

  /// What findings about it are about.
  var subject: Finding.Subject {
    switch kind {
    case .head: .file
    case .task: .task
    case .phase, .subPhase: .phase
    case .entry, .closed, .projectState: .entry
    }
  }

  /// Whether it is in a JSON file.
  var isJSON: Bool {
    switch kind {
    case .entry, .closed, .projectState: true
    case .task, .phase, .subPhase, .head: false
    }
  }

  /// What people call it.
  var noun: String {
    switch kind {
    case .head: "file"
    case .task, .entry, .closed, .projectState: "task"
    case .phase, .subPhase: "phase"
    }
  }

  /// The bytes of a range as messages quote them: one line, in quotes, cut where it is long.
  func quoted(_ range: ByteRange) -> String {
    let line = source.bytes[range.indices].prefix { !ASCII.isLineEnd($0) }
    let text = source.text(ByteRange(range.lower, line.endIndex))
    return text.count > 60 ? "\"\(text.prefix(57))…\"" : "\"\(text)\""
  }

  /// A place in its file and what is there.
  func related(_ range: ByteRange, _ message: String) -> RelatedLocation {
    RelatedLocation(Location(path: source.path, range: range), message)
  }
}

extension FindingCollector {
  /// Reports a finding about `item`.
  mutating func report(
    _ item: DatedItem, _ message: @autoclosure () -> String, at range: ByteRange,
    related: @autoclosure () -> [RelatedLocation] = [], lacking: ByteRange? = nil,
    help: @autoclosure () -> String? = nil,
    fix: @autoclosure () -> Fix? = nil, evidence: String? = nil, severity: Severity = .error
  ) {
    report(
      item.subject, message(), in: item.source, at: range, task: item.task, phase: item.phase,
      related: related(), lacking: lacking, help: help(), fix: fix(), evidence: evidence, severity: severity)
  }
}
