/// One standard for tracking files, as data: adding another must not touch a rule. A class, since every rule asks
/// for it for every file.
package final class Profile: Sendable {
  /// A kind of tracking file that can say what a task's status is.
  package enum Authority: Sendable, CaseIterable {
    /// TODO.md
    case taskList
    /// state.json
    case registry

    /// The name of the file.
    package var fileName: String { self == .taskList ? SpecsRoot.taskListName : SpecsRoot.stateName }
  }

  /// How a profile judges one rule, on one kind of subject or on all.
  package struct SeverityOverride: Sendable {
    /// The rule's name.
    package let rule: String
    /// The subject it is about ("task", "phase", …); nil for every one.
    package let subject: String?
    /// The severity's name ("off", "info", "warning", "error").
    package let severity: String

    /// `rule` has `severity`, where it is about `subject`.
    package init(_ rule: String, about subject: String? = nil, _ severity: String) {
      self.rule = rule
      self.subject = subject
      self.severity = severity
    }
  }

  /// The forms that a timestamp may have in each place.
  package struct TimestampForms: Sendable {
    /// Fields of a task in TODO.md.
    package let taskField: TimestampFormSet
    /// Fields of a phase.
    package let phaseField: TimestampFormSet
    /// `started`, `completed` and the like in state files.
    package let statusChange: TimestampFormSet
    /// `created`, `_last_updated`, `extracted_at`.
    package let record: TimestampFormSet
    /// `last_updated`.
    package let lastUpdated: TimestampFormSet
    /// Last Updated at the head of TODO.md.
    package var taskListHeader: TimestampFormSet = [.date, .full]
    /// Whether a time of day may be cut where only a date belongs: not where nothing tells that this is the tree's
    /// profile.
    package var mayCutTimes = true

    /// The forms that a timestamp in that kind of place may have.
    package func forms(in place: TimestampClaim.Place) -> TimestampFormSet {
      switch place {
      case .taskField: taskField
      case .phaseField: phaseField
      case .statusChange: statusChange
      case .record: record
      case .lastUpdated: lastUpdated
      case .taskListHeader: taskListHeader
      }
    }
  }

  /// What state files hold beside a task's status and dates.
  package struct StateForms: Sendable {
    /// Whether a list of artifacts holds objects with type, path and summary rather than paths.
    package let artifactsAreObjects: Bool
    /// Whether an entry names its plan and its versions in `plan_path` and `plan_versions`.
    package let recordsPlans: Bool
    /// Whether an entry says in `completion_summary` what was done.
    package let recordsCompletion: Bool
    /// Whether a task's directory has a state of its own.
    package let hasProjectStates: Bool
  }

  /// The name on the command line: "opencode".
  package let name: String
  /// Its statuses.
  package let vocabulary: StatusVocabulary
  /// The statuses that a phase may have.
  package let phaseStatuses: StatusSet
  /// The statuses that a plan's own Status may have.
  package let planStatuses: StatusSet
  /// What a task may become in one step.
  package let taskTransitions: TransitionTable
  /// What a phase may become in one step.
  package let phaseTransitions: TransitionTable
  /// Whether a project's own status may follow every open status without being told, and be followed by every other.
  package let ownStatusesFollowAll: Bool
  /// Whether researched, planned and revised need a date.
  package let restingStatusesNeedTimestamps: Bool
  /// Whether a task may only become completed when every phase of its current plan is.
  package let completionNeedsPhases: Bool
  /// The numbers that a plan's first phase may have.
  package let firstPhaseNumbers: Set<Int>
  /// How timestamps are written.
  package let timestamps: TimestampForms
  /// What state files hold.
  package let states: StateForms
  /// Whom to believe when files disagree, first to last.
  package let authority: [Authority]
  /// What is before the number in the names of new task directories; usually nothing.
  let taskPrefix: String
  /// Plan statuses that say the same as what the phases add up to, beside that status itself.
  package let planStatusSynonyms: StatusMap
  /// What every task and plan needs.
  package let required: RequiredParts
  /// Where the profile judges a rule otherwise than the rule's descriptor.
  package let severities: [SeverityOverride]
  private let severitiesByRule: [String: [SeverityOverride]]

  /// A profile of these parts.
  init(
    name: String, vocabulary: StatusVocabulary, phaseStatuses: StatusSet, planStatuses: StatusSet,
    taskTransitions: TransitionTable, phaseTransitions: TransitionTable, ownStatusesFollowAll: Bool,
    restingStatusesNeedTimestamps: Bool,
    completionNeedsPhases: Bool, firstPhaseNumbers: Set<Int>, timestamps: TimestampForms, states: StateForms,
    authority: [Authority], taskPrefix: String = "", planStatusSynonyms: StatusMap, required: RequiredParts,
    severities: [SeverityOverride]
  ) {
    self.name = name
    self.vocabulary = vocabulary
    self.phaseStatuses = phaseStatuses
    self.planStatuses = planStatuses
    self.taskTransitions = taskTransitions
    self.phaseTransitions = phaseTransitions
    self.ownStatusesFollowAll = ownStatusesFollowAll
    self.restingStatusesNeedTimestamps = restingStatusesNeedTimestamps
    self.completionNeedsPhases = completionNeedsPhases
    self.firstPhaseNumbers = firstPhaseNumbers
    self.timestamps = timestamps
    self.states = states
    self.authority = authority
    self.taskPrefix = taskPrefix
    self.planStatusSynonyms = planStatusSynonyms
    self.required = required
    self.severities = severities
    severitiesByRule = Dictionary(grouping: severities, by: \.rule)
  }

  /// The profiles that there are.
  package static let all = [opencode, claude]

  /// The profile with that name.
  package static func named(_ name: String) -> Profile? { all.first { $0.name == name } }
}

extension Profile {
  /// A copy of the profile in separate memory, for one thread.
  package func copied() -> Profile {
    copied(
      vocabulary: StatusVocabulary(vocabulary.entries.map { $0 }), phaseStatuses: phaseStatuses,
      planStatuses: planStatuses, taskTransitions: taskTransitions, phaseTransitions: phaseTransitions,
      timestamps: timestamps, authority: authority.map { $0 }, taskPrefix: taskPrefix)
  }

  /// The profile with other statuses, steps, forms of timestamps and files to trust.
  func copied(
    vocabulary: StatusVocabulary, phaseStatuses: StatusSet, planStatuses: StatusSet,
    taskTransitions: TransitionTable, phaseTransitions: TransitionTable, timestamps: TimestampForms,
    authority: [Authority], taskPrefix: String
  ) -> Profile {
    Profile(
      name: name, vocabulary: vocabulary, phaseStatuses: phaseStatuses, planStatuses: planStatuses,
      taskTransitions: taskTransitions, phaseTransitions: phaseTransitions,
      ownStatusesFollowAll: ownStatusesFollowAll,
      restingStatusesNeedTimestamps: restingStatusesNeedTimestamps,
      completionNeedsPhases: completionNeedsPhases, firstPhaseNumbers: Set(firstPhaseNumbers.map { $0 }),
      timestamps: timestamps, states: states, authority: authority, taskPrefix: taskPrefix,
      planStatusSynonyms: planStatusSynonyms.copied(), required: required,
      severities: severities.map { $0 })
  }

  /// The same profile, of a tree that may well be of another one.
  func assumed() -> Profile {
    var timestamps = timestamps
    timestamps.mayCutTimes = false
    return copied(
      vocabulary: vocabulary, phaseStatuses: phaseStatuses, planStatuses: planStatuses,
      taskTransitions: taskTransitions, phaseTransitions: phaseTransitions, timestamps: timestamps,
      authority: authority, taskPrefix: taskPrefix)
  }

  /// The name of a new directory of a task.
  package func directoryName(_ number: Int, slug: String) -> String {
    taskPrefix + ProjectDirectory.standardName(number, slug: slug)
  }

  /// Whether files are the same to this profile and to `other`, which the same project has changed.
  package func judgesAlike(_ other: Profile) -> Bool {
    name == other.name && timestamps.mayCutTimes == other.timestamps.mayCutTimes
  }

  /// The severity that the profile gives a rule on a subject: what it says of the subject goes before what it
  /// says of the rule. Nil where it says nothing.
  package func severity(of rule: String, about subject: String) -> String? {
    let own = severitiesByRule[rule]
    return (own?.first { $0.subject == subject } ?? own?.first { $0.subject == nil })?.severity
  }

  /// Whether the profile judges a rule by what its findings are about.
  package func judgesSubjects(of rule: String) -> Bool {
    severitiesByRule[rule]?.contains { $0.subject != nil } ?? false
  }
}
