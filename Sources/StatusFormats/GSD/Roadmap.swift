import StatusClaims
import StatusDiagnostics
import StatusText

/// What a ROADMAP.md says, place by place. Every place has its byte range, so that it can be written.
struct Roadmap {
  /// Where in the file something stands.
  struct Scope {
    /// The heading or collapsed part around it; each has its own.
    let id: Int
    /// The milestones that it belongs to.
    let labels: [MilestoneLabel]
    /// Whether the part is finished history.
    let isClosed: Bool
  }

  /// `- [x] **Phase 1: Title** - text (completed 2026-11-02)`.
  struct Item {
    let number: GSDNumber
    let scope: Scope
    let box: GSDBox
    /// The title alone.
    let title: ByteRange
    /// The text of the item, with the title.
    let text: ByteRange
    /// Whether it is struck out.
    let isStruck: Bool
    /// What box and text say.
    let status: GSDStatus
    /// The day of `completed 2026-11-02`.
    let completed: WrittenDay?
    /// `(1/2 plans)`.
    let count: GSDFraction?
  }

  /// An item for a plan: `- [ ] 02-01-PLAN.md — text`.
  struct Plan {
    /// The number in the phase.
    let key: PlanKey
    let box: GSDBox
    /// What box and text say.
    let status: GSDStatus
  }

  /// `### Phase 1: Title` and what is below it.
  struct Section {
    let number: GSDNumber
    let scope: Scope
    /// The text of the heading.
    let heading: ByteRange
    let title: ByteRange
    /// Whether the heading says that the phase is done.
    let isMarkedDone: Bool
    /// Whether the heading is struck out.
    let isStruck: Bool
    /// The first value of each field, by its name in lower case.
    var fields: [String: ByteRange] = [:]
    var plans: [Plan] = []
  }

  /// A row of a table of phases.
  struct Row {
    let number: GSDNumber
    let scope: Scope
    /// Which table of the file it is in.
    let table: Int
    let line: ByteRange
    let title: ByteRange
    /// The cells; nil if the table does not have the column, or the row does not reach it.
    let status: ByteRange?
    let plans: ByteRange?
    let completed: ByteRange?
    /// Whether a writer that counts columns put values one column beside theirs.
    var isShifted = false
    /// Whether it is struck out.
    var isStruck = false
  }

  let file: PlanFile
  var items: [Item] = []
  var sections: [Section] = []
  var rows: [Row] = []
  var milestones: [MilestoneMention] = []
  /// Every number that the file names as a phase, also in plain lists.
  var numbers: Set<GSDNumber> = []
  /// Boxes with marks that GSD does not have, and what they belong to.
  var strangeBoxes: [(subject: String, box: GSDBox)] = []
  /// The links in parts that are closed and in those that are not.
  var links: [(target: ByteRange, isClosed: Bool)] = []

  /// The place of `range`.
  func location(_ range: ByteRange) -> Location { file.location(range) }
}
