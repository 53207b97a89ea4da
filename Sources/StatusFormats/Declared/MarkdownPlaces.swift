import StatusClaims
import StatusSyntax
import StatusText

/// A Markdown file, and which subjects its headings and boxes name.
struct MarkdownPlaces {
  let source: SourceText
  /// Its boxes and headings.
  let list: Checklist
  /// Its lines with a name and a value.
  let fields: [LineField]
  private let outline: MarkdownOutline
  /// The subjects of headings and boxes, by the numbers of these and the kind.
  private var byHeading: [Int: [String: Subject]] = [:]
  private var byBox: [Int: [String: Subject]] = [:]
  /// The heading around each heading.
  private let outer: [Int?]

  /// The places in `source`.
  init(_ source: SourceText, _ list: Checklist, _ outline: MarkdownOutline) {
    self.source = source
    self.list = list
    self.outline = outline
    fields = LineField.all(in: source.bytes, outline)
    var open: [Int] = []
    outer = list.headings.enumerated().map { index, heading in
      while let last = open.last, list.headings[last].level >= heading.level { open.removeLast() }
      defer { open.append(index) }
      return open.last
    }
  }

  /// Remembers that a heading names `subject`.
  mutating func name(_ subject: Subject, heading: Int) {
    byHeading[heading, default: [:]][subject.kind] = subject
  }

  /// Remembers that a box names `subject`.
  mutating func name(_ subject: Subject, box: Int) { byBox[box, default: [:]][subject.kind] = subject }

  /// The innermost subject of that kind around `offset`: that of an item of a list, or of a section. `box` is the number of
  /// the box at `offset`, of which those around it count.
  func subject(_ kind: String, around offset: Int, box: Int? = nil) -> Subject? {
    var item = box.map { list.boxes[$0].parent } ?? self.box(around: offset)
    while let number = item {
      if let subject = byBox[number]?[kind] { return subject }
      item = list.boxes[number].parent
    }
    let after = list.headings.partitioningIndex { $0.text.lower >= offset }
    // A heading does not stand in its own section, but in those of the headings above it.
    let isHeading = after < list.headings.count && list.headings[after].text.lower == offset
    var section = isHeading ? outer[after] : after > 0 ? after - 1 : nil
    while let number = section {
      if let subject = byHeading[number]?[kind] { return subject }
      section = outer[number]
    }
    return nil
  }

  /// The box whose item holds `offset`.
  private func box(around offset: Int) -> Int? {
    let after = list.boxes.partitioningIndex { $0.range.lower > offset }
    guard after > 0, offset < list.boxes[after - 1].details.upper else { return nil }
    return after - 1
  }

  /// The cells below two columns, in the rows of all tables that have both.
  func rows(_ idColumn: String, _ column: String) -> [(id: ByteRange, value: ByteRange)] {
    outline.ranges(of: .table).flatMap { table -> [(id: ByteRange, value: ByteRange)] in
      let lines = source.bytes.lines(in: table).map { line in
        ClaimTable.cells(source, line).map { source.bytes.trimmed($0, of: "*_` ") }
      }
      guard let header = lines.first, let id = self.column(idColumn, header),
        let value = self.column(column, header)
      else { return [] }
      return lines.dropFirst(2).filter { $0.count > max(id, value) }.map { ($0[id], $0[value]) }
    }
  }

  private func column(_ name: String, _ header: [ByteRange]) -> Int? {
    header.firstIndex { source.text($0).lowercased() == name.lowercased() }
  }
}
