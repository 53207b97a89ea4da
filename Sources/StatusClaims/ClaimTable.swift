import StatusText

/// A table whose cells are found by the names of their columns.
package struct ClaimTable: Sendable {
  /// A row below the header.
  package struct Row: Sendable {
    /// The line.
    package let line: ByteRange
    /// The cells, without blanks around them.
    package let cells: [ByteRange]
  }

  /// The names of the columns in lower case, without emphasis.
  package let columns: [String]
  /// The rows; also those after a blank line, if the table is cut in two.
  package private(set) var rows: [Row] = []

  /// The column of the first of these names that the table has.
  package func column(_ names: String...) -> Int? {
    names.lazy.compactMap { name in columns.firstIndex(of: name) }.first
  }

  /// The tables among `lines`.
  package static func all(in source: SourceText, _ lines: OpenLines) -> [ClaimTable] {
    var tables: [ClaimTable] = []
    // Whether a row would still belong to the last table.
    var isOpen = false
    // Whether no blank line has cut it.
    var isWhole = false
    let ranges = lines.ranges
    for (index, line) in ranges.enumerated() {
      let start = line.lower + source.bytes[line.indices].prefix(while: ASCII.isBlank).count
      guard start < line.upper else {
        isWhole = false
        continue
      }
      guard source.bytes[line.indices].contains(UInt8(ascii: "|")) else {
        isOpen = false
        continue
      }
      let isHeader = index + 1 < ranges.count && isDelimiter(source, ranges[index + 1])
      // The pipe at the beginning of a row may be left out, but not after a blank line.
      guard source.bytes[start] == UInt8(ascii: "|") || isHeader || isOpen && isWhole else {
        isOpen = false
        continue
      }
      if isDelimiter(source, line) { continue }
      let cells = cells(source, line)
      if isHeader {
        tables.append(ClaimTable(columns: cells.map { name(source, $0) }))
        (isOpen, isWhole) = (true, true)
      } else if isOpen {
        tables[tables.count - 1].rows.append(Row(line: line, cells: cells))
      }
    }
    return tables
  }

  /// Whether a line is the one below the header.
  package static func isDelimiter(_ source: SourceText, _ line: ByteRange) -> Bool {
    let bytes = source.bytes[line.indices]
    return bytes.contains(UInt8(ascii: "-")) && bytes.contains(UInt8(ascii: "|"))
      && bytes.allSatisfy { ASCII.isOne($0, of: "|-: \t") }
  }

  private static func name(_ source: SourceText, _ cell: ByteRange) -> String {
    source.text(source.trimmed(cell, "*_`")).lowercased()
  }

  /// The cells of a line, without blanks around them. A pipe after a backslash or in code ends none.
  package static func cells(_ source: SourceText, _ line: ByteRange) -> [ByteRange] {
    let bytes = source.bytes
    var cells: [ByteRange] = []
    var start = line.lower
    var place = line.lower
    while place <= line.upper {
      if place == line.upper || bytes[place] == UInt8(ascii: "|") {
        let cell = source.trimmed(ByteRange(start, place))
        let isEdge = cells.isEmpty && start == line.lower || place == line.upper
        if !(isEdge && cell.isEmpty) { cells.append(cell) }
        start = place + 1
      } else if bytes[place] == UInt8(ascii: "\\") {
        place += 1
      } else if bytes[place] == UInt8(ascii: "`") {
        place = codeEnd(bytes, place, line.upper)
      }
      place += 1
    }
    return cells
  }

  /// The last byte of the code that begins at `start`; `start` if it does not end.
  private static func codeEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    let close = bytes.offset(of: UInt8(ascii: "`"), from: start + 1, to: end)
    return close < end ? close : start
  }
}
