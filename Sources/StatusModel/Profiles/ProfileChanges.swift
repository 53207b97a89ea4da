/// What a project changes of the profile that its trees follow.
package struct ProfileChanges: Sendable {
  /// A status of the project's own.
  package struct OwnStatus: Sendable {
    /// Its marker without brackets.
    package let marker: String
    /// Its value in state files; nil for the marker in lower case.
    package let value: String?
    /// What it means for the work.
    package let kind: StatusKind
    /// Other spellings of it.
    package let spellings: [String]
    /// Whether plans and phases cannot have it.
    package let isForTasksOnly: Bool

    /// A status of these parts.
    package init(marker: String, value: String?, kind: StatusKind, spellings: [String], isForTasksOnly: Bool)
    {
      self.marker = marker
      self.value = value
      self.kind = kind
      self.spellings = spellings
      self.isForTasksOnly = isForTasksOnly
    }
  }

  /// A step from one status to another, by any of their spellings.
  package struct Step: Sendable {
    /// The status before it.
    package let from: String
    /// The status after it.
    package let to: String
    /// Whether it is taken away.
    package let isRemoved: Bool

    /// A step that is added or removed.
    package init(from: String, to: String, isRemoved: Bool) {
      self.from = from
      self.to = to
      self.isRemoved = isRemoved
    }
  }

  /// The project's own statuses; more than `mostStatuses` have no code.
  package var statuses: [OwnStatus] = []
  /// Steps of tasks.
  package var steps: [Step] = []
  /// The forms that timestamps may have in some places.
  package var timestamps: [(place: TimestampClaim.Place, forms: TimestampFormSet)] = []
  /// What is before the number in the names of new task directories.
  package var taskPrefix = ""
  /// Which file to trust first; empty for that of the profile.
  package var authority: [Profile.Authority] = []

  /// No changes.
  package init() {}

  /// The most statuses that a project can add.
  package static let mostStatuses = Int(UInt8.max - Status.firstOwnCode) + 1

  /// The statuses with their codes.
  fileprivate var entries: [StatusVocabulary.Entry] {
    zip(Status.firstOwnCode...UInt8.max, statuses).map { code, own in
      StatusVocabulary.Entry(
        Status(code: code), own.marker, own.kind, value: own.value, spellings: own.spellings)
    }
  }
}

extension Profile {
  /// The profile as a project changes it. A step with a status that it does not have is left out.
  package func changed(by changes: ProfileChanges) -> Profile {
    let own = changes.entries
    let vocabulary = StatusVocabulary(vocabulary.entries + own)
    let everywhere = StatusSet(zip(own, changes.statuses).filter { !$1.isForTasksOnly }.map(\.0.status))
    var added: [(from: Status, to: Status)] = []
    var removed: [(from: Status, to: Status)] = []
    if ownStatusesFollowAll { added = Self.joining(own, to: vocabulary) }
    for step in changes.steps {
      guard let from = vocabulary.exactly(Array(step.from.utf8)[...]),
        let to = vocabulary.exactly(Array(step.to.utf8)[...])
      else { continue }
      if step.isRemoved { removed.append((from, to)) } else { added.append((from, to)) }
    }
    let phases = phaseStatuses.union(everywhere)
    // What the profile says of phases stays; only a status of the project's own brings new steps.
    let ofPhases = { (step: (from: Status, to: Status)) in
      (everywhere.contains(step.from) || everywhere.contains(step.to)) && phases.contains(step.from)
        && phases.contains(step.to)
    }
    return copied(
      vocabulary: vocabulary, phaseStatuses: phases, planStatuses: planStatuses.union(everywhere),
      taskTransitions: taskTransitions.changed(adding: added, removing: removed),
      phaseTransitions: phaseTransitions.changed(
        adding: added.filter(ofPhases), removing: removed.filter(ofPhases)),
      timestamps: timestamps.changed(changes.timestamps),
      authority: changes.authority + authority.filter { !changes.authority.contains($0) },
      taskPrefix: changes.taskPrefix)
  }

  /// The steps from every open status to each own one, and from that to every other but to one that nothing was done in.
  private static func joining(_ own: [StatusVocabulary.Entry], to vocabulary: StatusVocabulary) -> [(
    from: Status, to: Status
  )] {
    own.flatMap { own in
      vocabulary.entries.filter { $0.status != own.status }.flatMap { other in
        (other.kind == .terminal || own.kind == .initial ? [] : [(from: other.status, to: own.status)])
          + (own.kind == .terminal || other.kind == .initial ? [] : [(from: own.status, to: other.status)])
      }
    }
  }
}

extension Profile.TimestampForms {
  fileprivate func changed(_ places: [(place: TimestampClaim.Place, forms: TimestampFormSet)])
    -> Profile.TimestampForms
  {
    func forms(_ place: TimestampClaim.Place) -> TimestampFormSet {
      places.last { $0.place == place }?.forms ?? self.forms(in: place)
    }
    return Profile.TimestampForms(
      taskField: forms(.taskField), phaseField: forms(.phaseField), statusChange: forms(.statusChange),
      record: forms(.record), lastUpdated: forms(.lastUpdated), taskListHeader: forms(.taskListHeader),
      mayCutTimes: mayCutTimes)
  }
}
