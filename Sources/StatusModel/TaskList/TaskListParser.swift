import StatusSyntax
import StatusText

/// Reads the tasks of a TODO.md from its outline.
struct TaskListParser {
  /// A heading outside every list and quote, and what it says.
  private struct Heading {
    let block: Int
    let level: Int
    let task: TaskHeading?
    /// The fields between this heading and the next.
    var fields: [Field] = []
    /// Whether it is a task; known when the fields are.
    var isTask = false
  }

  private let source: SourceText
  private let outline: MarkdownOutline
  private let scanner: MarkerScanner
  private let tasks: Set<Int>?

  /// A parser of `source` that reads the dates and links of `tasks` only, where they are given.
  init(
    _ source: SourceText, _ outline: MarkdownOutline, vocabulary: StatusVocabulary,
    only tasks: Set<Int>? = nil
  ) {
    self.tasks = tasks
    self.source = source
    self.outline = outline
    self.scanner = MarkerScanner(source.bytes, vocabulary: vocabulary)
  }

  func parse() -> TaskList {
    var collector = FieldCollector(source, outline)
    var headings = findHeadings()
    let first = headings.first.map(\.block) ?? outline.blocks.count
    var above = collector.fields(in: 0..<first, end: start(ofBlock: first))
    for index in headings.indices {
      let end = index + 1 < headings.count ? headings[index + 1].block : outline.blocks.count
      headings[index].fields = collector.fields(in: headings[index].block + 1..<end, end: start(ofBlock: end))
    }
    decideTasks(&headings)
    let firstTask = headings.firstIndex { $0.isTask } ?? headings.count
    for heading in headings[..<firstTask] { above += heading.fields }
    let frontMatter = outline.blocks.first.flatMap { $0.kind == .frontMatter ? $0.range : nil }
    return TaskList(
      source: source,
      tasks: headings.indices.lazy.filter { headings[$0].isTask }.compactMap { task(headings, $0) },
      frontMatter: frontMatter.map { FrontMatterNumber.all(in: $0, of: source) } ?? [], fields: above,
      timestamps: above.compactMap {
        $0.name == .lastUpdated ? TimestampClaim($0, event: nil, place: .taskListHeader, in: source) : nil
      })
  }

  private func start(ofBlock index: Int) -> Int {
    index < outline.blocks.count ? outline.blocks[index].range.lower : source.bytes.count
  }

  private func findHeadings() -> [Heading] {
    outline.blocks.indices.compactMap { index in
      let block = outline.blocks[index]
      guard block.kind == .heading, block.parent < 0 else { return nil }
      let canBeTask = 2...4 ~= Int(block.level)
      return Heading(
        block: index, level: Int(block.level),
        task: canBeTask ? TaskHeading(block.text, in: source.bytes) : nil)
    }
  }

  /// A numbered heading is a task when it has fields of its own, or when fields stand beneath it in headings that
  /// are no tasks themselves. Numbered headings inside a task are its steps.
  private func decideTasks(_ headings: inout [Heading]) {
    var enclosing: [Int] = []
    for index in headings.indices {
      while let last = enclosing.last, headings[last].level >= headings[index].level {
        enclosing.removeLast()
      }
      let isInsideTask = enclosing.contains { headings[$0].isTask }
      if headings[index].task != nil, !isInsideTask {
        headings[index].isTask = hasTaskField(headings[index]) || hasLooseFields(headings, beneath: index)
      }
      enclosing.append(index)
    }
  }

  private func hasLooseFields(_ headings: [Heading], beneath index: Int) -> Bool {
    for next in headings[(index + 1)...] {
      if next.level <= headings[index].level || next.task != nil { return false }
      if hasTaskField(next) { return true }
    }
    return false
  }

  /// Whether one of the fields is a task's: bold words before a colon beneath a group's heading are prose.
  private func hasTaskField(_ heading: Heading) -> Bool {
    heading.fields.contains { field in
      guard let name = field.name else {
        let text = source.text(field.nameRange).lowercased()
        return text == "description" || text == "acceptance criteria"
      }
      return name.describesTask
    }
  }

  private func task(_ headings: [Heading], _ index: Int) -> TaskEntry? {
    let heading = headings[index]
    guard let task = heading.task else { return nil }
    let block = outline.blocks[heading.block]
    let end = index + 1 < headings.count ? headings[index + 1].block : outline.blocks.count
    let marker = scanner.marker(inHeading: task.title).flatMap { $0.status == nil ? nil : $0 }
    let isReadWhole = tasks?.contains(task.number) ?? true
    return TaskEntry(
      number: task.number, numberRange: task.numberRange, title: title(task.title, without: marker),
      heading: block.text, level: heading.level, headingMarker: marker, fields: heading.fields,
      statusMarkers: heading.fields.compactMap {
        $0.name == .status ? scanner.marker(inValue: statusValue($0)) : nil
      },
      timestamps: isReadWhole ? TaskEntry.dates(in: heading.fields, of: source) : [],
      links: isReadWhole ? TaskLinkScanner(source).links(in: heading.fields) : [],
      range: ByteRange(block.range.lower, start(ofBlock: end)))
  }

  /// What a Status says: on its line, or where that is empty a marker on the next.
  private func statusValue(_ field: Field) -> ByteRange {
    guard field.valueRange.isEmpty else { return field.valueRange }
    let bytes = source.bytes
    var start = field.region.lower
    while start < field.region.upper, ASCII.isWhitespace(bytes[start]) { start += 1 }
    guard start < field.region.upper, bytes[start] == UInt8(ascii: "[") else { return field.valueRange }
    var end = start
    while end < field.region.upper, !ASCII.isLineEnd(bytes[end]) { end += 1 }
    return ByteRange(start, end)
  }

  /// The title without a marker at its end and without the glyphs around it.
  private func title(_ range: ByteRange, without marker: Marker?) -> ByteRange {
    var end = marker.map { $0.range.lower } ?? range.upper
    while end > range.lower, ASCII.isBlank(source.bytes[end - 1]) { end -= 1 }
    return ByteRange(range.lower, end)
  }
}
