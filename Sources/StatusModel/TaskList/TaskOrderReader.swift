import StatusSyntax
import StatusText

/// Reads the section Task Order of a TODO.md: lines, list items and tables that name tasks by number with a status.
struct TaskOrderReader {
  private let source: SourceText
  private let outline: MarkdownOutline
  private let scanner: MarkerScanner

  init(_ source: SourceText, _ outline: MarkdownOutline, _ scanner: MarkerScanner) {
    self.source = source
    self.outline = outline
    self.scanner = scanner
  }

  /// The tasks that the section names with a status. It ends with the next heading of its level or above, and where a
  /// task's own heading, one of the blocks `tasks`, begins.
  ///
  /// - Parameter titles: the titles of the tasks, by number. `7. Sort the cellar` in a list is task 7 only where it has
  ///   that title: the number of a list's item may be a mere place in the list.
  func items(before tasks: Set<Int>, titles: [Int: ByteRange]) -> [TaskOrderItem] {
    var items: [TaskOrderItem] = []
    var sectionLevel: UInt8?
    for (index, block) in outline.blocks.enumerated() {
      if block.kind == .heading, block.parent < 0 {
        if tasks.contains(index) || sectionLevel.map({ block.level <= $0 }) ?? false { sectionLevel = nil }
        if sectionLevel == nil, !tasks.contains(index), isTaskOrder(block.text) { sectionLevel = block.level }
      } else if sectionLevel != nil, !outline.isQuoted(block) {
        switch block.kind {
        case .paragraph:
          for (place, line) in source.bytes.lines(in: block.range).enumerated() {
            let claims = claims(on: line)
            items += claims
            if place == 0, claims.isEmpty, let claim = numberedClaim(on: line, in: block, titles) {
              items.append(claim)
            }
          }
        case .table: items += table(Array(source.bytes.lines(in: block.range)))
        default: break
        }
      }
    }
    return items
  }

  private func isTaskOrder(_ text: ByteRange) -> Bool {
    let start = TaskHeading.skipDecoration(text.lower, text.upper, source.bytes)
    return ASCII.begins(source.bytes, at: start, before: text.upper, with: "task order")
  }

  // MARK: Lines

  /// The claims on one line: `7 [PLANNED], 8 [BLOCKED]`, or one number at its beginning and a status at its end.
  private func claims(on line: ByteRange) -> [TaskOrderItem] {
    let bytes = source.bytes
    var items: [TaskOrderItem] = []
    var first: TaskOrderNumber?
    var offset = line.lower
    var isShared = false
    while offset < line.upper {
      let number = TaskOrderNumber(at: offset, line.upper, bytes)
      if let number, var item = item(number, before: line.upper, isFirst: offset == line.lower) {
        item.isShared = isShared
        items.append(item)
        offset = item.marker.range.upper
        isShared = false
        continue
      }
      isShared = isShared || number != nil
      if offset == line.lower {
        first = number
        offset = number?.end ?? offset
      }
      let isLead = items.isEmpty && first == nil
      guard
        let separator = bytes[offset..<line.upper].firstIndex(where: {
          Self.separates($0) || isLead && $0 == UInt8(ascii: ":")
        })
      else { break }
      offset = separator + 1
    }
    if items.isEmpty, let first, let marker = markerAtEnd(of: line, after: first.range.lower) {
      let isShared = goesOn(after: first, to: marker.range.lower)
      return [
        TaskOrderItem(number: first.number, numberRange: first.range, marker: marker, isShared: isShared)
      ]
    }
    return items
  }

  /// The claim of a list item whose number is a task number, as the title after it shows.
  private func numberedClaim(
    on line: ByteRange, in block: MarkdownOutline.Block, _ titles: [Int: ByteRange]
  ) -> TaskOrderItem? {
    guard block.parent >= 0, case let item = outline.blocks[Int(block.parent)], item.kind == .listItem,
      item.range.lower < line.lower,
      let number = TaskOrderNumber(at: item.range.lower, line.upper, source.bytes),
      number.range.upper < line.lower, let title = titles[number.number], !title.isEmpty
    else { return nil }
    let start = TaskHeading.skipDecoration(min(number.end, line.upper), line.upper, source.bytes)
    let text = source.bytes[start..<line.upper]
    if let claim = self.item(number, before: line.upper, isFirst: false) {
      let rest = TaskHeading.skipDecoration(claim.marker.range.upper, line.upper, source.bytes)
      return source.bytes[rest..<line.upper].starts(with: source.bytes[title.indices]) ? claim : nil
    }
    guard text.starts(with: source.bytes[title.indices]),
      let marker = markerAtEnd(of: line, after: line.lower),
      marker.range.lower >= text.startIndex + title.count
    else { return nil }
    return TaskOrderItem(number: number.number, numberRange: number.range, marker: marker)
  }

  /// Whether another number follows a number: `7 and 8`, `7 - 8`, `7, 8`.
  private func goesOn(after number: TaskOrderNumber, to end: Int) -> Bool {
    let text = source.bytes[number.end..<max(number.end, end)]
    guard let digit = text.firstIndex(where: ASCII.isDigit) else { return false }
    let between = text[..<digit]
    let letters = between.filter(ASCII.isLetter).map(ASCII.lowercased)
    let words = ["", "and", "or", "to", "plus", "with", "through", "task", "tasks", "andtask"]
    return words.contains { letters.elementsEqual($0.utf8) }
      && !between.contains { ASCII.isOne($0, of: "|.") && between.count > 2 }
  }

  private static func separates(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "|")
      || byte == UInt8(ascii: ">")
  }

  /// The claim of a number that a status follows directly; without square brackets, where it `isFirst` on its line.
  private func item(_ number: TaskOrderNumber, before end: Int, isFirst: Bool = true) -> TaskOrderItem? {
    let place = ByteRange(number.end, min(end, number.end + Self.markerLimit))
    guard place.count > 2, let marker = scanner.marker(inValue: place),
      isClaim(marker) || isUncertain(marker),
      marker.isBracketed || ASCII.isOne(source.bytes[marker.range.lower], of: "[\\&")
        || isFirst && isAlone(marker, before: end)
    else { return nil }
    return TaskOrderItem(number: number.number, numberRange: number.range, marker: marker)
  }

  /// Whether a status is in brackets of another kind, or nothing follows it but a title after a dash or colon:
  /// `7 COMPLETED, 3 BLOCKED` are counts.
  private func isAlone(_ marker: Marker, before end: Int) -> Bool {
    if case .worded = marker.reading { return false }
    if marker.form == .brokenBracket { return true }
    let rest = TaskHeading.skipDecoration(marker.range.upper, end, source.bytes)
    return rest >= end || ASCII.isOne(source.bytes[rest], of: "-:(.")
  }

  /// The status at the end of a line, with nothing but a remark after it.
  private func markerAtEnd(of line: ByteRange, after start: Int) -> Marker? {
    let text = ByteRange(max(start, line.upper - Self.endLimit), line.upper)
    guard let marker = scanner.marker(inHeading: text), isClaim(marker) else { return nil }
    let rest = TaskHeading.skipDecoration(marker.range.upper, text.upper, source.bytes)
    let isEnd = rest >= text.upper || ASCII.isOne(source.bytes[rest], of: "(-:,.")
    return isEnd ? marker : nil
  }

  /// Whether a marker is a status. Without its brackets, or with other words in them, it is one in capitals only:
  /// `[complete it first]` is a sentence.
  private func isClaim(_ marker: Marker) -> Bool {
    guard marker.status != nil else { return false }
    var letters = marker.range
    if marker.isBracketed {
      guard case .worded = marker.reading else { return true }
      letters = ByteRange(letters.lower, letters.lower + min(4, letters.count))
    }
    return Wrapping.isUpperCase(letters, source.bytes)
  }

  /// Whether a bracket right after a number is meant as a status, but is not one: `[DONE]`, `[PLANNED/BLOCKED]`.
  private func isUncertain(_ marker: Marker) -> Bool {
    guard marker.isBracketed, scanner.isMeantAsMarker(marker) else { return false }
    switch marker.reading {
    case .undecided, .ambiguous, .unknown(.some): return true
    case .standard, .spelling, .worded, .unknown(nil): return false
    }
  }

  /// No status is longer; so a line full of brackets takes no longer than its length.
  private static let markerLimit = 80
  /// How far from its end a line may have its status.
  private static let endLimit = 240

  // MARK: Tables

  private func table(_ rows: [ByteRange]) -> [TaskOrderItem] {
    guard rows.count > 2 else { return [] }
    let body = rows.dropFirst(2).map(cells)
    guard let columns = TaskOrderColumns(cells(of: rows[0]).map { source.text($0) }) else { return [] }
    let namesTasks = body.contains { row in
      columns.task.map { $0 < row.count && number(in: row[$0]) != nil } ?? false
    }
    guard let column = namesTasks ? columns.task : columns.number ?? columns.task else { return [] }
    return body.compactMap { row in
      guard column < row.count, let number = number(in: row[column]) else { return nil }
      if let item = item(number, before: row[column].upper) { return item }
      let places = columns.status.map { $0 < row.count ? [row[$0]] : [] } ?? row
      for place in places where place != row[column] {
        guard let marker = scanner.marker(inValue: place), marker.status != nil,
          columns.status != nil || isClaim(marker)
        else { continue }
        return TaskOrderItem(
          number: number.number, numberRange: number.range, marker: marker,
          isShared: goesOn(after: number, to: row[column].upper))
      }
      return nil
    }
  }

  /// The number that a cell begins with; nil if it has several.
  private func number(in cell: ByteRange) -> TaskOrderNumber? {
    guard let number = TaskOrderNumber(at: cell.lower, cell.upper, source.bytes) else { return nil }
    let isList = number.end < cell.upper && ASCII.isOne(source.bytes[number.end], of: "+&,;")
    return isList ? nil : number
  }

  /// The cells of a row, without the blanks around them.
  private func cells(of row: ByteRange) -> [ByteRange] {
    let bytes = source.bytes
    var cells: [ByteRange] = []
    var start = row.lower
    func close(at end: Int) {
      var (lower, upper) = (start, end)
      while lower < upper, ASCII.isBlank(bytes[lower]) { lower += 1 }
      while lower < upper, ASCII.isBlank(bytes[upper - 1]) { upper -= 1 }
      // A pipe before everything else only opens the row.
      if !(cells.isEmpty && lower == upper) { cells.append(ByteRange(lower, upper)) }
    }
    for offset in row.indices
    where bytes[offset] == UInt8(ascii: "|") && (offset == 0 || bytes[offset - 1] != UInt8(ascii: "\\")) {
      close(at: offset)
      start = offset + 1
    }
    if bytes[start..<row.upper].contains(where: { !ASCII.isBlank($0) }) { close(at: row.upper) }
    return cells
  }
}
