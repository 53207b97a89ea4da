import StatusClaims
import StatusText

/// What a REQUIREMENTS.md says.
struct Requirements {
  /// `- [ ] **AUTH-01**: text`.
  struct Item {
    let id: String
    /// The box; nil for a requirement that is defined, but not tracked.
    let box: GSDBox?
    let status: GSDStatus
    let line: ByteRange
  }

  /// A row of the traceability table.
  struct Row {
    let id: String
    let line: ByteRange
    /// The cell that names the phases.
    let phase: ByteRange
    let phases: PhaseList
    /// The cell of the status, if the table has one.
    let statusCell: ByteRange?
    let status: GSDStatus
  }

  /// A line of the coverage: `- Mapped to phases: 4`.
  struct Count {
    let number: ByteRange
    let value: Int
    /// Whether the line explains the number, as a sum or with what is left out.
    let isExplained: Bool
  }

  let file: PlanFile
  private(set) var items: [Item] = []
  private(set) var rows: [Row] = []
  private(set) var totals: [Count] = []
  private(set) var mapped: [Count] = []
  private(set) var unmapped: [Count] = []
  private(set) var strangeBoxes: [(id: String, box: GSDBox)] = []

  /// What `file` says. `code` is the code of the project.
  init(_ file: PlanFile, code: String?) {
    self.file = file
    let lines = OpenLines(file)
    let source = file.source
    var isTracked = true
    var untrackedLevel = 0
    for line in lines.ranges {
      if let heading = GSDHeading(source, line) {
        if isTracked || heading.level <= untrackedLevel {
          isTracked = !Self.isUntracked(source, heading.text)
          untrackedLevel = heading.level
        }
        if let id = Self.id(source, heading.text) {
          items.append(Item(id: id, box: nil, status: .silent, line: line))
        }
      } else if let item = GSDItemLine(source, line) {
        readItem(item, line, isTracked)
        readCount(item)
      }
    }
    for table in ClaimTable.all(in: source, lines) { readTable(table, code) }
  }

  /// The ids that something defines here.
  var ids: Set<String> { Set(items.map(\.id)).union(rows.map(\.id)) }

  /// The part of an id before its last number: `AUTH` of `AUTH-01`.
  static func prefix(_ id: String) -> Substring {
    let bytes = id.utf8
    return bytes.lastIndex(of: UInt8(ascii: "-")).map { Substring(bytes[..<$0]) } ?? id[...]
  }

  private mutating func readItem(_ item: GSDItemLine, _ line: ByteRange, _ isTracked: Bool) {
    let source = file.source
    guard let id = Self.id(source, item.text) else { return }
    if let box = item.box, box.stage == nil { strangeBoxes.append((id, box)) }
    let isStruck = source.text(item.text).hasPrefix("~~")
    let status = item.box.map { ItemStatus.read(source, $0, item.text, isStruck: isStruck) } ?? .silent
    items.append(Item(id: id, box: isTracked ? item.box : nil, status: status, line: line))
  }

  private mutating func readTable(_ table: ClaimTable, _ code: String?) {
    guard let first = table.columns.first, ["requirement", "req-id", "id", "req id", "req"].contains(first),
      let phase = table.column("phase", "phases", "phase(s)")
    else { return }
    let source = file.source
    let status = table.column("status")
    for row in table.rows where phase < row.cells.count {
      guard let id = Self.id(source, row.cells[0]) else { continue }
      let cell = status.flatMap { $0 < row.cells.count ? row.cells[$0] : nil }
      rows.append(
        Row(
          id: id, line: row.line, phase: row.cells[phase],
          phases: PhaseList(cell: row.cells[phase], in: source, code: code), statusCell: cell,
          status: cell.map { Self.status(source, $0) } ?? .silent))
    }
  }

  /// `Active` and `Code-complete` say nothing of a requirement.
  private static func status(_ source: SourceText, _ cell: ByteRange) -> GSDStatus {
    let status = GSDStatus.read(source, cell)
    var cursor = TextCursor(source.bytes, cell)
    cursor.skipDecoration()
    return cursor.takeWord("active") || cursor.take("code") ? .silent : status
  }

  // MARK: Coverage

  private mutating func readCount(_ item: GSDItemLine) {
    guard let field = GSDField(file.source, item.text) else { return }
    var cursor = TextCursor(file.source.bytes, field.value)
    guard let digits = cursor.number(), let value = file.source.number(digits) else { return }
    let rest = file.source.text(cursor.rest)
    let isExplained = cursor.byte == UInt8(ascii: "/") || rest.contains(text: "(") || rest.contains(text: "+")
    let count = Count(number: digits, value: value, isExplained: isExplained)
    if field.name.hasSuffix("requirements"), rest.contains(text: "total") {
      totals.append(count)
    } else if field.name == "mapped to phases" || field.name == "mapped" {
      mapped.append(count)
    } else if field.name == "unmapped" {
      unmapped.append(count)
    }
  }

  // MARK: Ids

  private static func isUntracked(_ source: SourceText, _ heading: ByteRange) -> Bool {
    let text = source.text(heading).lowercased()
    return text.hasPrefix("v2 ") || text.hasPrefix("future") || text.hasPrefix("deferred")
      || text.contains(text: "out of scope")
  }

  /// The id that a text begins with, after emphasis.
  static func id(_ source: SourceText, _ range: ByteRange) -> String? {
    var cursor = TextCursor(source.bytes, range)
    cursor.skip("*_`~[ \t")
    return takeID(&cursor)
  }

  /// Every id in `range` outside of parentheses.
  static func ids(in source: SourceText, _ range: ByteRange) -> [String] {
    var cursor = TextCursor(source.bytes, range)
    var ids: [String] = []
    var depth = 0
    while let byte = cursor.byte {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth = max(0, depth - 1) }
      let before = cursor.place == range.lower ? ASCII.space : source.bytes[cursor.place - 1]
      if depth == 0, !ASCII.isAlphanumeric(before), before != UInt8(ascii: "-"), let id = takeID(&cursor) {
        ids.append(id)
      } else {
        cursor.place += 1
      }
    }
    return ids
  }

  /// `AUTH-01`, `RELAY-AUTH-03`, `KPI-23a`.
  private static func takeID(_ cursor: inout TextCursor) -> String? {
    let start = cursor.place
    var place = start
    while place < cursor.end, place - start < 80, isIDByte(cursor.bytes[place]) { place += 1 }
    // A small letter belongs to the number before it.
    var end = place
    if end < cursor.end, ASCII.isLetter(cursor.bytes[end]), cursor.bytes[end] & 0x20 != 0 { end += 1 }
    guard place > start, ASCII.isLetter(cursor.bytes[start]), ASCII.isDigit(cursor.bytes[place - 1]),
      let dash = cursor.bytes[start..<place].lastIndex(of: UInt8(ascii: "-")), dash > start,
      cursor.bytes[dash - 1] != UInt8(ascii: "-"),
      cursor.bytes[(dash + 1)..<place].allSatisfy(ASCII.isDigit),
      end == cursor.end || !ASCII.isAlphanumeric(cursor.bytes[end]) && cursor.bytes[end] != UInt8(ascii: "_")
    else { return nil }
    cursor.place = end
    return String(decoding: cursor.bytes[start..<end], as: UTF8.self)
  }

  private static func isIDByte(_ byte: UInt8) -> Bool {
    ASCII.isDigit(byte) || byte == UInt8(ascii: "-") || ASCII.isLetter(byte) && byte & 0x20 == 0
  }
}
