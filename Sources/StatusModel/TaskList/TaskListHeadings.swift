import StatusSyntax
import StatusText

/// The headings of a TODO.md with the fields below each, and which of them are tasks.
struct TaskListHeadings {
  /// A heading outside every list and quote, or a line that was meant as one, and what it says.
  struct Heading {
    /// The block: a heading, or the paragraph whose first line was meant as one.
    let block: Int
    /// The marks before the text, counted.
    let level: Int
    /// Its text.
    let text: ByteRange
    /// What it says as a task's heading, written as the standard has it.
    let task: TaskHeading?
    /// What it says otherwise.
    let near: NearTaskHeading?
    /// Whether it is a line that Markdown does not take for a heading, be it in an HTML block.
    var isLine = false
    /// The fields between this heading and the next.
    var fields: [Field] = []
    /// Whether it is a task, and whether it is below one; known when the fields are.
    var isTask = false
    var isInsideTask = false
  }

  /// The headings, in order; a line that is not a task's is none.
  private(set) var all: [Heading] = []
  /// The texts of headings that have a task's fields below them, but no number that can be read.
  var unnumbered: [ByteRange] {
    all.lazy.filter { !$0.isTask && $0.task == nil && !$0.isInsideTask && isWhole($0) }.map(\.text)
  }
  /// The numbered headings outside of tasks that are not tasks themselves: no field of a task is below them.
  var bare: [(number: Int, heading: ByteRange, title: ByteRange)] {
    all.lazy.filter { !$0.isTask && !$0.isInsideTask }.compactMap { heading in
      heading.task.map { ($0.number, heading.text, $0.title) }
    }
  }
  /// The fields above the first heading.
  private(set) var fieldsAbove: [Field] = []
  private let source: SourceText
  private let html: OpenedHTML
  private var outline: MarkdownOutline { html.outline }
  private let scanner: MarkerScanner

  init(_ source: SourceText, _ html: OpenedHTML, _ scanner: MarkerScanner) {
    self.source = source
    self.html = html
    self.scanner = scanner
    var collector = FieldCollector(source, outline)
    let found = outline.blocks.indices.compactMap(heading)
    let first = found.first?.block ?? outline.blocks.count
    fieldsAbove = collector.fields(in: 0..<first, end: start(ofBlock: first))
    for (index, heading) in found.enumerated() {
      let end = index + 1 < found.count ? found[index + 1].block : outline.blocks.count
      var heading = heading
      heading.fields = collector.fields(in: heading.block + 1..<end, end: start(ofBlock: end))
      add(heading)
    }
    decideTasks()
  }

  /// The offset at which a block begins; the end of the file after the last one.
  func start(ofBlock index: Int) -> Int {
    index < outline.blocks.count ? outline.blocks[index].range.lower : source.bytes.count
  }

  /// A line is a heading only when a task's fields are below it; otherwise these belong to what is above.
  private mutating func add(_ heading: Heading) {
    guard heading.isLine, !isWhole(heading) else { return all.append(heading) }
    if let last = all.indices.last {
      all[last].fields += heading.fields
    } else {
      fieldsAbove += heading.fields
    }
  }

  // MARK: Reading

  private func heading(_ index: Int) -> Heading? {
    let block = outline.blocks[index]
    guard block.parent < 0 else { return nil }
    if block.kind == .paragraph { return line(index, block) }
    guard block.kind == .heading else { return nil }
    let isLine = html.contains(block.range.lower)
    let task = !isLine && 2...4 ~= block.level ? TaskHeading(block.text, in: source.bytes) : nil
    return Heading(
      block: index, level: Int(block.level), text: block.text, task: task,
      near: task == nil ? NearTaskHeading(block.text, in: source.bytes) : nil, isLine: isLine)
  }

  /// A paragraph whose first line begins with the marks of a heading.
  private func line(_ index: Int, _ block: MarkdownOutline.Block) -> Heading? {
    let bytes = source.bytes
    let end = bytes.lineEnd(from: block.range.lower, to: block.range.upper)
    let line = HeadingLine(ByteRange(block.range.lower, end), in: bytes)
    guard 2...6 ~= line.level, let near = NearTaskHeading(line.text, in: bytes) else { return nil }
    return Heading(block: index, level: line.level, text: line.text, task: nil, near: near, isLine: true)
  }

  // MARK: Deciding

  /// A numbered heading is a task when it has fields of its own, or when fields are below it in headings that
  /// are not tasks themselves; a heading that is nearly a task's, when it has a Status and another field. Numbered
  /// headings inside a task are its steps, but for those that have all that makes a task.
  private mutating func decideTasks() {
    var enclosing: [Int] = []
    for index in all.indices {
      while let last = enclosing.last, all[last].level >= all[index].level { enclosing.removeLast() }
      if enclosing.contains(where: { all[$0].isTask }) {
        all[index].isInsideTask = true
        all[index].isTask = mayBeTask(all[index]) && isCertain(all[index])
      } else if all[index].task != nil {
        all[index].isTask = hasTaskField(all[index]) || hasLooseFields(beneath: index)
      } else if all[index].near != nil {
        all[index].isTask = isWhole(all[index])
      }
      enclosing.append(index)
    }
  }

  private func mayBeTask(_ heading: Heading) -> Bool { heading.task != nil || heading.near != nil }

  private func hasLooseFields(beneath index: Int) -> Bool {
    for next in all[(index + 1)...] {
      if next.level <= all[index].level || next.task != nil || next.near != nil && isWhole(next) {
        return false
      }
      if hasTaskField(next) { return true }
    }
    return false
  }

  /// Whether one of the fields is a task's: bold words before a colon below a group's heading are prose.
  private func hasTaskField(_ heading: Heading) -> Bool { heading.fields.contains(where: isTaskField) }

  private func isTaskField(_ field: Field) -> Bool {
    guard let name = field.name else {
      let text = source.text(field.nameRange).lowercased()
      return text == "description" || text == "acceptance criteria"
    }
    return name.describesTask
  }

  /// Whether a heading has a status and another field of a task below it.
  private func isWhole(_ heading: Heading) -> Bool {
    hasStatus(heading) && heading.fields.contains { $0.name != .status && isTaskField($0) }
  }

  /// Whether a heading has a status and what no step of a task has: at least two of the fields that tell tasks apart.
  private func isCertain(_ heading: Heading) -> Bool {
    let names = Set(heading.fields.lazy.compactMap(\.name))
    return hasStatus(heading) && names.intersection(Self.identifying).count >= 2
  }

  private static let identifying: Set<FieldName> = [
    .effort, .priority, .language, .taskType, .type, .dependencies, .created,
  ]

  private func hasStatus(_ heading: Heading) -> Bool {
    heading.fields.contains { $0.name == .status }
      || (heading.task?.title ?? heading.near?.title).flatMap { scanner.marker(inHeading: $0)?.status } != nil
  }
}
