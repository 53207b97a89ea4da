import StatusClaims
import StatusText

/// What one place of a roadmap says of a milestone.
struct MilestoneMention {
  /// Where in the roadmap.
  enum Kind {
    case item, heading, summary, row
  }

  let kind: Kind
  let label: MilestoneLabel
  /// The text that says it.
  let range: ByteRange
  /// Whether it is shipped; nil if the place does not say.
  let isShipped: Bool?
  /// The day on which it was shipped, if it was.
  let shipped: WrittenDay?
  /// The phases that belong to it.
  let phases: PhaseList
  /// Its name.
  let name: ByteRange
  /// The box of an item.
  let box: GSDBox?
  /// The status of a row.
  let statusCell: ByteRange?
  /// The day of a row.
  let dateCell: ByteRange?
  /// The words of its name.
  let words: Set<ArraySlice<UInt8>>

  /// The mention in a list item, heading, summary or row that begins with a label; nil if there is none.
  init?(_ kind: Kind, _ source: SourceText, _ range: ByteRange, box: GSDBox? = nil) {
    self.kind = kind
    self.box = box
    (statusCell, dateCell) = (nil, nil)
    var cursor = TextCursor(source.bytes, range)
    cursor.skipDecoration()
    cursor.skip("[")
    if let label = MilestoneLabel.take(&cursor) {
      self.label = label
    } else {
      // `Milestone: v1.2 Name`, `Current Milestone v1.2`.
      _ = cursor.takeWord("current")
      cursor.skip(" ")
      guard cursor.takeWord("milestone") else { return nil }
      cursor.skip(" :*_")
      guard let label = MilestoneLabel.take(&cursor) else { return nil }
      self.label = label
    }
    self.range = range
    isShipped =
      Self.isShipped(source, range)
      ?? box.flatMap { $0.stage == .done ? true : $0.stage == .open ? false : nil }
    shipped = isShipped == true ? WrittenDay(in: source, range) : nil
    phases = PhaseList.mentions(in: source, range, code: nil)
    name = Self.name(source, cursor.rest)
    words = TaskWords.words(source.bytes[name.indices]).subtracting(Self.fillers)
  }

  /// The mention in a row of a table of milestones, which may have a column for its status, its phases and its day.
  init?(_ row: ClaimTable.Row, of table: ClaimTable, _ source: SourceText) {
    let line = source.trimmed(row.line, "|")
    func cell(_ column: Int?) -> ByteRange? {
      column.flatMap { $0 < row.cells.count ? row.cells[$0] : nil }
    }
    guard let first = row.cells.first, let named = MilestoneMention(.row, source, first),
      let whole = MilestoneMention(.row, source, line)
    else { return nil }
    kind = .row
    label = named.label
    name = named.name
    words = named.words
    range = line
    box = nil
    statusCell = cell(table.column("status"))
    let status = statusCell.flatMap { status in
      Self.isShipped(source, status) ?? Self.isShipped(GSDStatus.read(source, status))
    }
    isShipped = status ?? whole.isShipped
    dateCell = cell(table.column("shipped", "completed", "date", "shipped date", "completed date"))
    shipped =
      isShipped == true
      ? dateCell.flatMap { WrittenDay(in: source, $0) } ?? WrittenDay(in: source, line) : nil
    let list = cell(table.column("phases", "phase")).map { PhaseList(cell: $0, in: source, code: nil) }
    // One number alone may be how many there are.
    phases = list.flatMap { $0.numbers.count > 1 ? $0 : nil } ?? whole.phases
  }

  /// Whether two places can mean the same milestone: their names share a word, or one has none.
  func mayBeSame(_ other: MilestoneMention) -> Bool {
    words.isEmpty || other.words.isEmpty || !words.isDisjoint(with: other.words)
  }

  /// The name after the label, without what follows it in parentheses or after a dash.
  private static func name(_ source: SourceText, _ rest: ByteRange) -> ByteRange {
    var cursor = TextCursor(source.bytes, rest)
    cursor.skip(" \t:*_")
    _ = cursor.takeDash()
    cursor.skip(" -")
    let start = cursor.place
    while let byte = cursor.byte, !ASCII.isOne(byte, of: "([*<]") {
      var ahead = cursor
      if ahead.takeDash(), cursor.place > start, ASCII.isBlank(source.bytes[cursor.place - 1]) { break }
      cursor.place += 1
    }
    return source.trimmed(ByteRange(start, cursor.place))
  }

  /// What emoji or words say.
  static func isShipped(_ source: SourceText, _ range: ByteRange) -> Bool? {
    if let sign = MilestoneMarks.sign(range, source) { return sign.stage == .done }
    if hasWord(source, range, ["shipped"]) { return true }
    // Other words say it only after a dash or in parentheses: a name may have them.
    var cursor = TextCursor(source.bytes, range)
    while cursor.skipToRemark(from: range.lower) {
      if let isShipped = isShipped(GSDStatus.read(source, cursor.rest)) { return isShipped }
      if cursor.takeWord("current") || cursor.takeWord("next") { return false }
    }
    return nil
  }

  /// What a status says.
  private static func isShipped(_ status: GSDStatus) -> Bool? {
    switch status {
    case .stage(.done): true
    case .stage(.open), .stage(.active): false
    default: nil
    }
  }

  /// Whether one of `words` stands in `range`.
  static func hasWord(_ source: SourceText, _ range: ByteRange, _ words: Set<String>) -> Bool {
    source.bytes[range.indices].split { !ASCII.isLetter($0) }.contains {
      words.contains(String(decoding: $0.map(ASCII.lowercased), as: UTF8.self))
    }
  }

  private static let fillers: Set<ArraySlice<UInt8>> = Set(
    ["the", "and", "of", "for", "phase", "phases", "milestone", "shipped"].map { Array($0.utf8)[...] })
}
