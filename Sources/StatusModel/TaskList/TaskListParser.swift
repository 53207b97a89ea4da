import StatusSyntax
import StatusText

/// Reads the tasks of a TODO.md from its outline.
struct TaskListParser {
  private let source: SourceText
  private let outline: MarkdownOutline
  private let scanner: MarkerScanner
  private let tasks: Set<Int>?
  private let readsLinks: Bool
  private let headings: TaskListHeadings
  private let hidden: HiddenClaims

  /// A parser of `source` that reads the dates and links of `tasks` only, where they are given, and links to other
  /// files than plans only with `readsLinks`. Of text that is itself hidden, it does not look for hidden blocks.
  init(
    _ source: SourceText, _ outline: MarkdownOutline, vocabulary: StatusVocabulary,
    only tasks: Set<Int>? = nil, readsLinks: Bool = true, isHidden: Bool = false
  ) {
    self.tasks = tasks
    self.readsLinks = readsLinks
    self.source = source
    let html = OpenedHTML(source, outline)
    self.outline = html.outline
    self.scanner = MarkerScanner(source.bytes, vocabulary: vocabulary)
    self.headings = TaskListHeadings(source, html, scanner)
    let unclosed = isHidden ? [] : UnclosedBlock.all(in: source, outline)
    self.hidden = HiddenClaims(ofTaskList: source, unclosed, vocabulary)
  }

  func parse() -> TaskList {
    let all = headings.all
    let firstTask = all.firstIndex { $0.isTask } ?? all.count
    let above = headings.fieldsAbove + all[..<firstTask].flatMap(\.fields)
    let frontMatter = FrontMatterLine.all(in: source, outline)
    let taskBlocks = Set(all.lazy.filter(\.isTask).map(\.block))
    let tasks = all.indices.filter { all[$0].isTask }.compactMap { task($0) }
    let titles = Dictionary(tasks.map { ($0.number, $0.title) }) { first, _ in first }
    return TaskList(
      source: source, tasks: tasks,
      malformedHeadings: all.filter(\.isTask).compactMap(malformed), unnumbered: headings.unnumbered,
      bare: headings.bare, hidden: hidden,
      order: TaskOrderReader(source, outline, scanner).items(before: taskBlocks, titles: titles),
      frontMatter: FrontMatterNumber.all(on: frontMatter, of: source),
      unreadNextNumbers: frontMatter.compactMap { FrontMatterNumber.unreadNextNumber(on: $0, of: source) },
      fields: above,
      timestamps: frontMatter.compactMap { $0.timestamp(in: source) }
        + above.compactMap {
          $0.name == .lastUpdated ? TimestampClaim($0, event: nil, place: .taskListHeader, in: source) : nil
        })
  }

  private func task(_ index: Int) -> TaskEntry? {
    let heading = headings.all[index]
    guard let number = heading.task?.number ?? heading.near?.number,
      let numberRange = heading.task?.numberRange ?? heading.near?.numberRange,
      let title = heading.task?.title ?? heading.near?.title
    else { return nil }
    let block = outline.blocks[heading.block]
    let end = index + 1 < headings.all.count ? headings.all[index + 1].block : outline.blocks.count
    let marker = scanner.marker(inHeading: title).flatMap { $0.claimsStatus ? $0 : nil }
    let statusMarkers = heading.fields.compactMap { $0.name == .status ? scanner.marker(of: $0) : nil }
    let dependencies = TaskEntry.dependencies(in: heading.fields, of: source)
    let blocking = TaskEntry.blocking(in: heading.fields, of: source)
    let isReadWhole = tasks?.contains(number) ?? true
    return TaskEntry(
      number: number, isWellFormed: heading.task != nil, numberRange: numberRange,
      title: self.title(title, without: marker),
      heading: heading.text, level: heading.level, headingMarker: marker, fields: heading.fields,
      statusMarkers: statusMarkers,
      otherMarkers: scanner.markers(
        ofStatusLinesIn: heading.block + 1..<end, of: outline, besides: statusMarkers),
      timestamps: isReadWhole ? TaskEntry.dates(in: heading.fields, of: source) : [],
      links: isReadWhole ? links(in: heading.fields) : [],
      dependencies: dependencies.flatMap(\.items), blocking: blocking.flatMap(\.items),
      unreadReferences: (dependencies + blocking).flatMap(\.unread),
      range: ByteRange(block.range.lower, headings.start(ofBlock: end)))
  }

  private func links(in fields: [Field]) -> [WrittenLink] {
    TaskLinkScanner(source).links(in: readsLinks ? fields : fields.filter { $0.name == .plan })
  }

  private func malformed(_ heading: TaskListHeadings.Heading) -> MalformedTaskHeading? {
    guard let near = heading.near else { return nil }
    let isForm = heading.isLine || TaskHeading(heading.text, in: source.bytes) == nil
    return MalformedTaskHeading(
      fault: near.number == nil ? .number : isForm ? .form : .level, number: near.number,
      numberRange: near.numberRange, text: heading.text,
      beforeTitle: ByteRange(outline.blocks[heading.block].range.lower, near.title.lower),
      level: heading.level)
  }

  /// The title without a marker at its end and without the glyphs around it.
  private func title(_ range: ByteRange, without marker: Marker?) -> ByteRange {
    var end = marker.map { $0.range.lower } ?? range.upper
    while end > range.lower, ASCII.isBlank(source.bytes[end - 1]) { end -= 1 }
    return ByteRange(range.lower, end)
  }
}
