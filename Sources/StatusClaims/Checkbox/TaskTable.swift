import StatusText

/// The total of a table that counts tasks.
struct TaskTable {
  /// The numbers in the rows "Total".
  let claims: [CountClaim]

  /// The rows of the table in `range`; nil if it counts something else.
  init?(_ bytes: [UInt8], _ range: ByteRange) {
    let lines = Array(bytes.lines(in: range))
    guard lines.count > 2 else { return nil }
    let header = Self.cells(bytes, lines[0]).map { Self.word(bytes, $0) }
    // The total of a table of stories leaves out what belongs to no story.
    if header.first?.hasSuffix("story") ?? false || header.first?.hasSuffix("stories") ?? false { return nil }
    let column = header.firstIndex { ["tasks", "task count", "# tasks", "total tasks"].contains($0) }
    var claims: [CountClaim] = []
    for line in lines.dropFirst(2) {
      let cells = Self.cells(bytes, line)
      guard let first = cells.first.map({ Self.word(bytes, $0) }) else { continue }
      let place = first == "total tasks" ? 1 : first == "total" ? column : nil
      guard let place, place > 0, place < cells.count, let number = Self.number(bytes, cells[place]) else {
        continue
      }
      claims.append(CountClaim(total: number))
    }
    self.claims = claims
  }

  /// The cells of a row, without blanks and emphasis around them.
  private static func cells(_ bytes: [UInt8], _ line: ByteRange) -> [ByteRange] {
    var cells: [ByteRange] = []
    var start = line.lower
    for place in line.lower...line.upper
    where place == line.upper
      || bytes[place] == UInt8(ascii: "|") && (place == line.lower || bytes[place - 1] != UInt8(ascii: "\\"))
    {
      var (lower, upper) = (start, place)
      while lower < upper, ASCII.isBlank(bytes[lower]) || ASCII.isOne(bytes[lower], of: "*_`") { lower += 1 }
      while upper > lower, ASCII.isBlank(bytes[upper - 1]) || ASCII.isOne(bytes[upper - 1], of: "*_`") {
        upper -= 1
      }
      if !(place == line.lower || place == line.upper && lower == upper) {
        cells.append(ByteRange(lower, upper))
      }
      start = place + 1
    }
    return cells
  }

  private static func word(_ bytes: [UInt8], _ range: ByteRange) -> String {
    String(decoding: bytes[range.indices].prefix(40).map(ASCII.lowercased), as: UTF8.self)
  }

  private static func number(_ bytes: [UInt8], _ range: ByteRange) -> ByteRange? {
    !range.isEmpty && range.count < 7 && bytes[range.indices].allSatisfy(ASCII.isDigit) ? range : nil
  }
}
