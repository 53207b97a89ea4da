import StatusDiagnostics
import StatusText

/// The history of tasks, or of what another format keeps, as a page draws it.
package struct HistoryOverview: Sendable {
  /// How many tasks were opened, closed and reopened on a day.
  package struct Day: Sendable {
    /// The day.
    let day: CalendarDay
    let opened: Int
    let closed: Int
    let reopened: Int

    /// On `day`, so many tasks were `opened`, so many were `closed`, which had ended or were put away, and so many of those
    /// that had been closed were `reopened`.
    package init(_ day: CalendarDay, opened: Int, closed: Int, reopened: Int) {
      self.day = day
      self.opened = opened
      self.closed = closed
      self.reopened = reopened
    }
  }

  /// How long tasks stayed in a status.
  package struct Stay: Sendable {
    let state: TaskOverview.State
    let seconds: Int
    let duration: String
    let times: Int

    /// They stayed in `state` for `seconds`, which is `duration` in words, in the middle of so many `times`.
    package init(_ state: TaskOverview.State, seconds: Int, duration: String, times: Int) {
      self.state = state
      self.seconds = seconds
      self.duration = duration
      self.times = times
    }
  }

  /// A time in which places disagreed about a task.
  package struct Drift: Sendable {
    /// What a file, or a place that is called so, said.
    package typealias Claim = (file: String, state: TaskOverview.State)

    let task: String
    let claims: [Claim]
    let days: ClosedRange<CalendarDay>
    let duration: String
    let isOver: Bool

    /// Files said different things about a task on these days, `duration` in words.
    package init(
      task: String, claims: [Claim], days: ClosedRange<CalendarDay>, duration: String, isOver: Bool
    ) {
      self.task = task
      self.claims = claims
      self.days = days
      self.duration = duration
      self.isOver = isOver
    }
  }

  /// What a commit did.
  package struct Move: Sendable {
    let time: Int
    let commit: String
    let author: String
    let subject: String
    let words: String
    let fault: (rule: String, reason: String)?

    /// `words` say what the commit did at `time`, in seconds since 1970; `fault` why that was not legal.
    package init(
      time: Int, commit: String, author: String, subject: String, words: String,
      fault: (rule: String, reason: String)?
    ) {
      self.time = time
      self.commit = commit
      self.author = author
      self.subject = subject
      self.words = words
      self.fault = fault
    }
  }

  /// What the only task that the page is about is called, as in "Task 7"; nil for all.
  package var task: String?
  /// How many transitions there were.
  package var moveCount = 0
  /// The days on which tasks were opened, closed or reopened, in order.
  package var days: [Day] = []
  /// How long tasks stayed in each status, in the order of the profile.
  package var stays: [Stay] = []
  /// When files disagreed, in order.
  package var drift: [Drift] = []
  /// What is shown of what happened, in order: of a task everything, otherwise what was not legal.
  package var moves: [Move] = []

  /// A history in which nothing has happened yet.
  package init() {}
}
