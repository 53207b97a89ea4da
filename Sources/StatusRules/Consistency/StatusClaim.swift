import StatusModel
import StatusText

/// What one file claims a task's status to be, with what speaks for it.
struct StatusClaim {
  /// Which kind of file claims it; nil for a project state, which no profile trusts first.
  let authority: Profile.Authority?
  /// The file.
  let source: SourceText
  /// Where the status is.
  let range: ByteRange
  /// The status.
  let status: Status
  /// The date that the status needs, where the file has it.
  let backing: TimestampClaim?

  /// The claim of TODO.md; nil when it says nothing certain.
  init?(_ entry: TaskEntry, in list: TaskList, _ vocabulary: StatusVocabulary) {
    guard let marker = entry.marker, let status = marker.status else { return nil }
    authority = .taskList
    source = list.source
    range = marker.range
    self.status = status
    backing = Self.backing(of: status, in: entry.timestamps, vocabulary)
  }

  /// The claim of the registry; nil when it says nothing certain.
  init?(_ state: StateEntry, in registry: StateFile, _ vocabulary: StatusVocabulary) {
    guard let status = state.certainStatus, let place = state.status else { return nil }
    authority = .registry
    source = registry.source
    range = place.range
    self.status = status
    backing = Self.backing(of: status, in: state.timestamps, vocabulary)
  }

  /// The claim of a project state, whose `active` is any status before the end; nil when it says nothing certain.
  init?(ownState state: StateEntry, in source: SourceText, _ vocabulary: StatusVocabulary) {
    guard let place = state.status, let status = state.certainStatus ?? Self.open(place.text) else {
      return nil
    }
    authority = nil
    self.source = source
    range = place.range
    self.status = status
    backing = state.certainStatus.flatMap { Self.backing(of: $0, in: state.timestamps, vocabulary) }
  }

  private static func open(_ text: String) -> Status? { text == "active" ? .inProgress : nil }

  /// The status as the file writes it.
  var text: String { source.text(range) }

  /// The file's name, with its directory where other files have the same name.
  var fileName: String {
    source.path.split(separator: "/").suffix(authority == nil ? 2 : 1).joined(separator: "/")
  }

  /// A date of the event that the status reports, or Completed for a stage; Started for an active status.
  private static func backing(
    of status: Status, in timestamps: [TimestampClaim], _ vocabulary: StatusVocabulary
  ) -> TimestampClaim? {
    func date(_ event: StatusEvent) -> TimestampClaim? {
      timestamps.first { $0.event == event && $0.reading.found != nil }
    }
    if let event = StatusEvent(status: status) {
      return date(event) ?? (vocabulary.kind(status) == .resting ? date(.completed) : nil)
    }
    return vocabulary.kind(status) == .active ? date(.started) : nil
  }
}
