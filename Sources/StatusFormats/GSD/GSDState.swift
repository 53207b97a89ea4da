import StatusClaims
import StatusText

/// What a STATE.md says.
struct GSDState {
  /// A phase that something calls the current one.
  struct Pointer {
    let number: GSDNumber
    /// The digits of the number.
    let digits: ByteRange
    /// All of the value.
    let value: PlacedText
  }

  /// `Progress: [███░░░░░░░] 33% (1/3 plans)`.
  struct Progress {
    let line: ByteRange
    let bar: ProgressBar?
    /// The digits of the percentage.
    let percent: ByteRange
    let value: Int
    let plans: GSDFraction?
    /// Whether the line is about one phase.
    let isOfPhase: Bool
  }

  let file: PlanFile
  let fields: FrontMatterFields
  /// `Phase: 2 of 3 (Bed layout)`.
  private(set) var phase: Pointer?
  /// The two numbers of `Phase: 2 of 3`.
  private(set) var phaseCount: (number: Int, total: Int)?
  /// What the line says of the phase after a dash: `EXECUTING`.
  private(set) var phaseMark: ByteRange?
  /// The phase of `current_phase`.
  private(set) var currentPhase: Pointer?
  /// The phase of `Current focus`.
  private(set) var focus: Pointer?
  /// `Plan: 2 of 3`.
  private(set) var plan: (value: PlacedText, digits: ByteRange, number: Int, total: Int)?
  private(set) var status: PlacedText?
  private(set) var lastActivity: PlacedText?
  private(set) var progress: Progress?
  private(set) var resumeFile: PlacedText?
  /// The rows of tables of phases.
  private(set) var rows: [(found: PhaseTable.Found, line: ByteRange)] = []
  /// The links, and whether they stand in a table.
  private(set) var links: [(target: ByteRange, isInTable: Bool)] = []

  /// What `file` says. `code` is the code of the project.
  init(_ file: PlanFile, code: String?) {
    self.file = file
    fields = FrontMatterFields(file)
    let source = file.source
    currentPhase = fields["current_phase"].flatMap { Self.pointer(source, $0.location.range, code) }
    let lines = OpenLines(file)
    var isPosition = false
    for line in lines.ranges {
      let isRow = source.bytes[line.indices].first { !ASCII.isBlank($0) } == UInt8(ascii: "|")
      links += MarkdownLinks.targets(source, line).map { ($0, isRow) }
      if let heading = GSDHeading(source, line) {
        isPosition = source.text(heading.text).lowercased() == "current position"
      } else if !isRow, let field = GSDField(source, line) {
        if isPosition { readPosition(field, line, code) }
        readAnywhere(field, code)
      }
    }
    for table in ClaimTable.all(in: source, lines) {
      guard let columns = PhaseTable(table, numbersAlone: false) else { continue }
      for row in table.rows {
        if let found = columns.row(row, source, code: code), !found.number.isBacklog {
          rows.append((found, row.line))
        }
      }
    }
  }

  private mutating func readPosition(_ field: GSDField, _ line: ByteRange, _ code: String?) {
    let value = PlacedText(file.source, field.value)
    switch field.name {
    case "phase" where phase == nil: readPhase(value, code)
    case "plan" where plan == nil: readPlan(value)
    case "status" where status == nil: status = value.text.isEmpty ? nil : value
    case "last activity" where lastActivity == nil: lastActivity = value
    case "progress" where progress == nil: readProgress(field.value, line)
    default: break
    }
  }

  private mutating func readAnywhere(_ field: GSDField, _ code: String?) {
    switch field.name {
    case "current focus" where focus == nil:
      let list = PhaseList.mentions(in: file.source, field.value, code: code)
      if list.numbers.count == 1 { focus = Self.focus(file.source, field.value, code) }
    case "resume file" where resumeFile == nil: resumeFile = Self.path(file.source, field.value)
    default: break
    }
  }

  // MARK: Values

  /// `2 of 3 (Bed layout)`, `3 (watering-plan) — EXECUTING`, `3 of 3 (27 — Name)`.
  private mutating func readPhase(_ value: PlacedText, _ code: String?) {
    let source = file.source
    let range = value.location.range
    guard var pointer = Self.pointer(source, range, code) else { return }
    var cursor = TextCursor(source.bytes, ByteRange(pointer.digits.upper, range.upper))
    cursor.skip(" *_")
    if cursor.takeWord("of") {
      cursor.skip(" ")
      if let digits = cursor.number(), let total = source.number(digits) {
        phaseCount = (pointer.number.first, total)
        cursor.skip(" *_")
        var ahead = cursor
        if ahead.take("("), let inside = Self.numbered(source, &ahead, code) {
          pointer = Pointer(number: inside.number, digits: inside.digits, value: value)
        }
      }
    }
    phase = pointer
    phaseMark = Self.mark(source, cursor.rest)
  }

  /// The number of `(27 — Name)`.
  private static func numbered(_ source: SourceText, _ cursor: inout TextCursor, _ code: String?) -> (
    number: GSDNumber, digits: ByteRange
  )? {
    cursor.skip(" ")
    if cursor.take("phase") { cursor.skip(" ") }
    let start = cursor.place
    guard let number = GSDNumber.take(&cursor, code: code) else { return nil }
    let digits = ByteRange(start, cursor.place)
    cursor.skip(" ")
    return cursor.takeDash() || cursor.take(":") ? (number, digits) : nil
  }

  /// The text after the last dash outside of parentheses.
  private static func mark(_ source: SourceText, _ range: ByteRange) -> ByteRange? {
    var cursor = TextCursor(source.bytes, range)
    var depth = 0
    var mark: ByteRange?
    while let byte = cursor.byte {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      let isDash = depth <= 0 && ASCII.isBlank(source.bytes[max(cursor.place, 1) - 1]) && cursor.takeDash()
      if isDash {
        cursor.skip("- *_")
        mark = source.trimmed(cursor.rest, "*_")
      } else {
        cursor.place += 1
      }
    }
    return mark.flatMap { $0.isEmpty ? nil : $0 }
  }

  private mutating func readPlan(_ value: PlacedText) {
    var cursor = TextCursor(file.source.bytes, value.location.range)
    guard let first = cursor.number(), let number = file.source.number(first) else { return }
    cursor.skip(" ")
    guard cursor.takeWord("of") else { return }
    cursor.skip(" ")
    guard let second = cursor.number(), let total = file.source.number(second) else { return }
    plan = (value, first, number, total)
  }

  private mutating func readProgress(_ value: ByteRange, _ line: ByteRange) {
    let source = file.source
    let sign = source.bytes.offset(of: UInt8(ascii: "%"), from: value.lower, to: value.upper)
    guard sign < value.upper else { return }
    var start = sign
    while start > value.lower, ASCII.isDigit(source.bytes[start - 1]) { start -= 1 }
    guard (1...3).contains(sign - start),
      start == value.lower || !ASCII.isOne(source.bytes[start - 1], of: ".,"),
      let number = source.number(ByteRange(start, sign))
    else { return }
    let rest = ByteRange(sign, value.upper)
    progress = Progress(
      line: line, bar: ProgressBar(in: source, ByteRange(value.lower, start)),
      percent: ByteRange(start, sign),
      value: number, plans: GSDFraction(source, ofPlansIn: rest),
      isOfPhase: MilestoneMention.hasWord(source, rest, ["phase", "milestone"]))
  }

  /// The number that a value begins with.
  private static func pointer(_ source: SourceText, _ range: ByteRange, _ code: String?) -> Pointer? {
    var cursor = TextCursor(source.bytes, range)
    cursor.skipDecoration()
    if cursor.take("phase") { cursor.skip(" :") }
    let start = cursor.place
    guard let number = GSDNumber.take(&cursor, code: code) else { return nil }
    return Pointer(number: number, digits: ByteRange(start, cursor.place), value: PlacedText(source, range))
  }

  /// The number after the word "Phase".
  private static func focus(_ source: SourceText, _ range: ByteRange, _ code: String?) -> Pointer? {
    var cursor = TextCursor(source.bytes, range)
    while !cursor.isAtEnd {
      guard cursor.take("phase") else {
        cursor.place += 1
        continue
      }
      cursor.skip(" ")
      let start = cursor.place
      guard let number = GSDNumber.take(&cursor, code: code) else { continue }
      return Pointer(number: number, digits: ByteRange(start, cursor.place), value: PlacedText(source, range))
    }
    return nil
  }

  /// The path in the value of a field; nil if there is none.
  private static func path(_ source: SourceText, _ value: ByteRange) -> PlacedText? {
    var cursor = TextCursor(source.bytes, value)
    cursor.skip("*_` [")
    let start = cursor.place
    while let byte = cursor.byte, !ASCII.isOne(byte, of: "` \t]()*,;"),
      byte < 0x80 || byte >= 0xC0 || byte & 0xC0 == 0x80
    { cursor.place += 1 }
    let path = ByteRange(start, cursor.place)
    let text = source.text(path)
    return text.contains(text: "/") || text.hasSuffix(".md") ? PlacedText(source, path) : nil
  }
}
