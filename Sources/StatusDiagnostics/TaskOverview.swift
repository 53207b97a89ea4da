import StatusText

/// A task as a board and a timeline show it.
package struct TaskOverview: Sendable {
  /// What a status means for the work.
  package enum Kind: String, Sendable, CaseIterable {
    /// Someone works on it; it cannot go on; a stage is done; nothing is done; it is completed; it has ended otherwise.
    case active, waiting, resting, open, done, ended

    /// Whether nothing more will be done.
    package var hasEnded: Bool { self == .done || self == .ended }
  }

  /// A status as it is shown, and what it means.
  package struct State: Sendable, Hashable {
    /// The status as the profile spells it, or as the file has it if the profile does not know it.
    package let name: String
    /// What it means.
    package let kind: Kind
    /// Its place in the list of the profile's statuses.
    package let place: Int

    /// A status; one that the profile does not know is after all others.
    package init(_ name: String, _ kind: Kind, place: Int = .max) {
      self.name = name
      self.kind = kind
      self.place = place
    }
  }

  /// A phase of the current plan.
  package struct Phase: Sendable {
    /// Its number as written.
    package let number: String
    /// Its title.
    package let title: String
    /// Its status.
    package let state: State
    /// Its first and last date; nil without any.
    package let days: ClosedRange<CalendarDay>?

    /// A phase.
    package init(number: String, title: String, state: State, days: ClosedRange<CalendarDay>?) {
      self.number = number
      self.title = title
      self.state = state
      self.days = days
    }
  }

  /// The root of its tree, from the repository root.
  package var root: String
  /// Its number.
  package let number: Int
  /// Its title.
  package let title: String
  /// Its status: that in TODO.md, else that in state.json.
  package let state: State
  /// Its first and last date; nil without any.
  package let days: ClosedRange<CalendarDay>?
  /// The phases of its current plan, without those that are parts of others.
  package let phases: [Phase]
  /// Whether the plan has headings of phases that cannot be read, so that the number of its phases is not known.
  package let hasUnreadablePhases: Bool

  /// A task.
  package init(
    root: String, number: Int, title: String, state: State, days: ClosedRange<CalendarDay>?, phases: [Phase],
    hasUnreadablePhases: Bool = false
  ) {
    self.root = root
    self.number = number
    self.title = title
    self.state = state
    self.days = days
    self.phases = phases
    self.hasUnreadablePhases = hasUnreadablePhases
  }

  /// How many of its phases are completed.
  package var phasesDone: Int { phases.count { $0.state.kind == .done } }

  /// How many phases it has, for people: a question mark if that is not known.
  package var phaseCount: String { hasUnreadablePhases ? "?" : String(phases.count) }

  /// The share of its phases that are completed, from 0 to 1; nil if it has none or their number is not known.
  package var shareDone: Double? {
    phases.isEmpty || hasUnreadablePhases ? nil : Double(phasesDone) / Double(phases.count)
  }
}
