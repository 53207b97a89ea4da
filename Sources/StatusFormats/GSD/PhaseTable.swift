import StatusClaims
import StatusText

/// The columns of a table of phases.
struct PhaseTable {
  /// A row, as far as it can be read.
  struct Found {
    let number: GSDNumber
    let title: ByteRange
    let labels: [MilestoneLabel]
    let status: ByteRange?
    let plans: ByteRange?
    let completed: ByteRange?
    let isShifted: Bool
    /// Whether the row is struck out.
    let isStruck: Bool
  }

  private let status: Int
  private let plans: Int?
  private let completed: Int?
  private let milestone: Int?
  private let title: Int?

  /// The columns of `table`; nil if it is not a table of phases. `numbersAlone` allows one whose numbers have a column of
  /// their own.
  init?(_ table: ClaimTable, numbersAlone: Bool = true) {
    guard let first = table.columns.first, first == "phase" || numbersAlone && first == "#",
      let status = table.column("status")
    else { return nil }
    self.status = status
    plans = table.column("plans complete", "plans", "plans completed")
    completed = table.column("completed", "date", "completed date")
    milestone = table.column("milestone")
    title = first == "#" ? table.column("phase", "name", "title") : nil
  }

  /// `row`; nil if it does not begin with the number of a phase.
  func row(_ row: ClaimTable.Row, _ source: SourceText, code: String?) -> Found? {
    guard let first = row.cells.first else { return nil }
    var cursor = TextCursor(source.bytes, first)
    cursor.skipDecoration()
    cursor.skip("[*_")
    if cursor.take("phase") { cursor.skip(" \t") }
    let start = cursor.place
    guard let number = GSDNumber.take(&cursor, code: code) else { return nil }
    let end = cursor.place
    if cursor.takeDash(), let byte = cursor.byte, ASCII.isDigit(byte) { return nil }
    cursor.place = end
    cursor.skip(".:*_- \t")
    func cell(_ column: Int?) -> ByteRange? {
      column.flatMap { $0 < row.cells.count ? row.cells[$0] : nil }
    }
    let status = cell(status)
    let plans = cell(plans)
    return Found(
      number: number, title: cell(title) ?? source.trimmed(cursor.rest, "*_]"),
      labels: cell(milestone).map { MilestoneLabel.all(in: source, $0) } ?? [], status: status, plans: plans,
      completed: cell(completed), isShifted: isShifted(source, status, plans),
      isStruck: source.bytes[first.lower..<start].contains(UInt8(ascii: "~")))
  }

  /// Whether Status holds a date and Plans a status.
  private func isShifted(_ source: SourceText, _ status: ByteRange?, _ plans: ByteRange?) -> Bool {
    guard let status, let plans, let day = WrittenDay(in: source, status), day.range.lower <= status.lower + 2
    else { return false }
    if case .stage = GSDStatus.read(source, plans) { return true }
    return false
  }
}
