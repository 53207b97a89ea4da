import StatusClaims
import StatusReport
import StatusSyntax
import StatusText

/// A part of a block that formats read: a task with a box, or a row of a table.
enum OutlinePart {
  case box(Checklist.Box)
  case row(line: ByteRange, cells: [ByteRange])

  /// The parts of each block, by its number.
  static func all(in source: SourceText, _ outline: MarkdownOutline) -> [Int: [OutlinePart]] {
    var parts = Dictionary(grouping: Checklist(source, outline, dialect).boxes) { box in
      outline.blocks.partitioningIndex { $0.range.lower > box.range.lower } - 1
    }.mapValues { $0.map(OutlinePart.box) }
    for (index, block) in outline.blocks.enumerated() where block.kind == .table {
      parts[index] = source.bytes.lines(in: block.range).filter { !ClaimTable.isDelimiter(source, $0) }.map {
        .row(line: $0, cells: ClaimTable.cells(source, $0))
      }
    }
    return parts
  }

  /// Every kind of box that one of the formats has.
  private static let dialect: CheckboxDialect = {
    var dialect = CheckboxDialect(ids: .dottedOrBare)
    dialect.marks = [UInt8(ascii: "-"): .active, UInt8(ascii: "~"): .queued]
    return dialect
  }()

  /// Where it begins and ends.
  var range: ByteRange {
    switch self {
    case .box(let box): ByteRange(box.range.lower, max(box.range.upper, box.title.upper))
    case .row(let line, _): line
    }
  }

  /// The part in one line.
  func text(in source: SourceText) -> Message {
    switch self {
    case .box(let box):
      "box \(bytes: source.bytes[box.range.indices]) \([box.id, Self.title(box, source)].compactMap(\.self).joined(separator: " "))"
    case .row(_, let cells): "row \(cells.map(source.text).joined(separator: " | "))"
    }
  }

  /// Writes its members.
  func write(in source: SourceText, _ lines: LineIndex, to json: inout JSONWriter) {
    switch self {
    case .box(let box):
      json.member("kind", "box")
      writeLines(lines, &json)
      json.member("mark", source.text(ByteRange(box.range.lower + 1, box.range.upper - 1)))
      json.member("id", box.id)
      json.member("text", Self.title(box, source))
    case .row(_, let cells):
      json.member("kind", "row")
      writeLines(lines, &json)
      json.strings("cells", cells.map(source.text))
    }
  }

  private func writeLines(_ lines: LineIndex, _ json: inout JSONWriter) {
    json.member("startLine", lines.line(at: range.lower))
    json.member("endLine", lines.line(at: max(range.lower, range.upper - 1)))
  }

  /// The first line of the text of a task.
  private static func title(_ box: Checklist.Box, _ source: SourceText) -> String {
    source.text(ByteRange(box.title.lower, source.bytes.lineEnd(from: box.title.lower, to: box.title.upper)))
  }
}
