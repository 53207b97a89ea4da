import StatusSyntax
import StatusText

/// Reads the tasks of one file.
struct ChecklistReader {
  private typealias Box = Checklist.Box

  /// What is needed to find the parent of a box.
  private struct Place {
    /// The number of its list item in the outline; that of the item around it for a lazy line.
    let item: Int
    let isLazy: Bool
  }

  /// Where a box begins in a paragraph.
  private struct Start {
    let mark: BoxMark
    let bullet: UInt8
    let isLazy: Bool
  }

  private let source: SourceText
  private let bytes: [UInt8]
  private let outline: MarkdownOutline
  private let dialect: CheckboxDialect
  private var boxes: [Box] = []
  /// The places of the boxes.
  private var places: [Place] = []
  private var headings: [Checklist.Heading] = []
  /// The numbers of the open sections, the innermost last.
  private var open: [Int] = []
  private var fences: [(fence: ByteRange, hidden: Int)] = []

  init(_ source: SourceText, _ outline: MarkdownOutline, _ dialect: CheckboxDialect) {
    self.source = source
    bytes = source.bytes
    self.outline = outline
    self.dialect = dialect
  }

  mutating func read() -> Checklist {
    var lastItem = -1
    for (index, block) in outline.blocks.enumerated() {
      switch block.kind {
      case .listItem:
        lastItem = index
        continue
      case .field: continue
      case .heading where block.parent < 0: add(heading: block)
      case .paragraph where !outline.isQuoted(block):
        read(paragraph: block, isFirst: block.parent >= 0 && lastItem == Int(block.parent))
      case .code where block.isFenced && block.isUnclosed: add(fence: block)
      default: break
      }
      lastItem = -1
    }
    while let last = open.popLast() { headings[last].endBox = boxes.count }
    if !boxes.isEmpty { link() }
    return Checklist(source: source, boxes: boxes, headings: headings, openFences: fences)
  }

  // MARK: Headings and fences

  private mutating func add(heading block: MarkdownOutline.Block) {
    let level = Int(block.level)
    while let last = open.last, headings[last].level >= level {
      headings[last].endBox = boxes.count
      open.removeLast()
    }
    let isAside = open.last.map { headings[$0].isAside } ?? false
    open.append(headings.count)
    headings.append(
      Checklist.Heading(
        level: level, text: block.text, firstBox: boxes.count, endBox: boxes.count,
        isAside: isAside || dialect.aside.isHeadline(in: bytes, Self.afterNumber(block.text, bytes))))
  }

  /// The text of a heading without its number: "3. ", "Phase 2: ".
  private static func afterNumber(_ range: ByteRange, _ bytes: [UInt8]) -> ByteRange {
    var place = range.lower
    for word: StaticString in ["phase ", "stage ", "step ", "section ", "task "]
    where ASCII.begins(bytes, at: place, before: range.upper, with: word) {
      place += word.utf8CodeUnitCount
    }
    while place < range.upper, ASCII.isDigit(bytes[place]) || ASCII.isOne(bytes[place], of: ".:) -") {
      place += 1
    }
    return ByteRange(place, range.upper)
  }

  private mutating func add(fence block: MarkdownOutline.Block) {
    if outline.isQuoted(block) { return }
    let hidden = bytes.lines(in: block.range).count { start($0) != nil }
    if hidden > 0 {
      let end = bytes.offset(of: ASCII.lineFeed, from: block.range.lower, to: block.range.upper)
      fences.append((ByteRange(block.range.lower, end), hidden))
    }
  }

  // MARK: Boxes

  /// The box of a line that begins with a list mark.
  private func start(_ line: ByteRange) -> Start? {
    var place = line.lower
    while place < line.upper, ASCII.isBlank(bytes[place]) { place += 1 }
    guard let content = ListMarker.content(at: place, before: line.upper, bytes),
      let mark = BoxMark(bytes, at: content, before: line.upper, dialect)
    else { return nil }
    let bullet = bytes[place]
    return Start(mark: mark, bullet: ASCII.isDigit(bullet) ? UInt8(ascii: ".") : bullet, isLazy: true)
  }

  /// The box at the beginning of the list item that `paragraph` begins.
  private func start(ofItem paragraph: MarkdownOutline.Block, _ line: ByteRange) -> Start? {
    guard let mark = BoxMark(bytes, at: line.lower, before: line.upper, dialect) else { return nil }
    let last = bytes[outline.blocks[Int(paragraph.parent)].marker.upper - 1]
    return Start(mark: mark, bullet: ASCII.isOne(last, of: "-*+") ? last : UInt8(ascii: "."), isLazy: false)
  }

  private mutating func read(paragraph block: MarkdownOutline.Block, isFirst: Bool) {
    guard bytes.contains(UInt8(ascii: "["), in: block.range) else { return }
    var last: Start?
    for line in bytes.lines(in: block.range) {
      let isItem = line.lower == block.range.lower
      guard let next = !isItem ? start(line) : isFirst ? start(ofItem: block, line) : nil else { continue }
      if let last { add(last, to: previousLineEnd(line.lower), item: Int(block.parent)) }
      last = next
    }
    if let last { add(last, to: block.range.upper, item: Int(block.parent)) }
  }

  private func previousLineEnd(_ start: Int) -> Int {
    var end = start
    while end > 0, ASCII.isLineEnd(bytes[end - 1]) { end -= 1 }
    return end
  }

  private mutating func add(_ start: Start, to end: Int, item: Int) {
    let mark = start.mark
    var text = ByteRange(UnicodeBlank.skip(from: mark.end, to: end, in: bytes), end)
    let isStruckWithID = beginsStruck(text)
    let id = TaskID(bytes, text, dialect.ids)
    if let id { text = ByteRange(id.end, end) }
    // The details of a box end where the next one begins; that is known when it is found.
    if let last = boxes.indices.last { endDetails(of: last, at: mark.range.lower) }
    let itemEnd = item >= 0 ? outline.blocks[item].range.upper : end
    var box = Box(
      range: mark.range, state: mark.state, correction: mark.correction, looksTicked: mark.looksTicked,
      bullet: start.bullet,
      id: id?.text, title: text, details: ByteRange(end, max(end, itemEnd)), heading: headings.indices.last,
      parent: nil)
    if mark.isOptional || id?.isOptional ?? false { box.flags.insert(.optional) }
    if isStruckWithID || beginsStruck(text) || dialect.dropped.isRemark(in: bytes, text) {
      box.flags.insert(.dropped)
    }
    if dialect.chores.isStart(of: text, bytes) { box.flags.insert(.chore) }
    if headings.last?.isAside ?? false { box.flags.insert(.aside) }
    boxes.append(box)
    places.append(Place(item: item, isLazy: start.isLazy))
  }

  /// Whether a text is struck out, perhaps within emphasis.
  private func beginsStruck(_ text: ByteRange) -> Bool {
    let start = bytes[text.indices].firstIndex { !ASCII.isOne($0, of: "*_ ") } ?? text.upper
    return ASCII.begins(bytes, at: start, before: text.upper, with: "~~")
  }

  private mutating func endDetails(of index: Int, at start: Int) {
    let details = boxes[index].details
    if details.upper > start {
      boxes[index].details = ByteRange(details.lower, max(details.lower, start))
    }
  }
}

// MARK: Parents

extension ChecklistReader {
  /// Finds the parents, and what boxes have from their parents, parts and copies.
  private mutating func link() {
    // The last box of each list item; the first box of each id in a section.
    var byItem = [Int?](repeating: nil, count: outline.blocks.count)
    var byID: [String: Int] = [:]
    let hasPartsByID = hasPartsByID
    var section = -1
    let sections = sectionStarts
    for index in boxes.indices {
      let place = boxes[index].heading.map { sections[$0] } ?? -1
      if place != section { (section, byID) = (place, [:]) }
      let parent = nestingParent(of: index, byItem) ?? (hasPartsByID ? idParent(of: index, byID) : nil)
      boxes[index].parent = parent
      if !places[index].isLazy { byItem[places[index].item] = index }
      if hasPartsByID, let id = boxes[index].id, byID[id] == nil { byID[id] = index }
      if hasDroppingDetail(boxes[index]) { boxes[index].flags.insert(.dropped) }
      if let parent {
        boxes[index].flags.formUnion(boxes[parent].flags.intersection([.dropped, .optional]))
      }
    }
    markTwins()
    markDoneByParts()
  }

  /// Whether an id says what its task is a part of.
  private var hasPartsByID: Bool {
    dialect.hasParentsByID && dialect.ids != .tasks
      && boxes.contains { $0.id?.utf8.contains(UInt8(ascii: ".")) ?? false }
  }

  /// For each heading, the number of the nearest one of level 1 or 2 at or above it.
  private var sectionStarts: [Int] {
    var last = -1
    return headings.enumerated().map { index, heading in
      if heading.level <= 2 { last = index }
      return last
    }
  }

  private func nestingParent(of index: Int, _ byItem: [Int?]) -> Int? {
    let this = places[index]
    if this.item < 0 { return nil }
    if this.isLazy { return byItem[this.item] }
    var item = Int(outline.blocks[this.item].parent)
    var isDirect = true
    while item >= 0 {
      if let parent = byItem[item] {
        // Below a plain bullet, what has no id is a note.
        return isDirect || boxes[index].id != nil ? parent : nil
      }
      // An item around an item, with nothing else, is one of two marks: `- - [x]`.
      isDirect = false
      item = Int(outline.blocks[item].parent)
    }
    return nil
  }

  private func idParent(of index: Int, _ byID: [String: Int]) -> Int? {
    guard var id = boxes[index].id else { return nil }
    while let dot = id.lastIndex(of: ".") {
      id = String(id[..<dot])
      if let parent = byID[id] { return parent }
    }
    return nil
  }

  /// Whether a line below the task says that it was dropped: `**Note**: Deferred`.
  private func hasDroppingDetail(_ box: Box) -> Bool {
    if box.isDone || box.details.isEmpty { return false }
    return bytes.lines(in: box.details).contains { isDropping($0) }
  }

  private func isDropping(_ line: ByteRange) -> Bool {
    var place = line.lower
    while place < line.upper, ASCII.isBlank(bytes[place]) || ASCII.isOne(bytes[place], of: "-*+_") {
      place += 1
    }
    guard
      let key = Self.detailKeys.first(where: { ASCII.begins(bytes, at: place, before: line.upper, with: $0) })
    else {
      return false
    }
    let rest = ByteRange(place + key.utf8CodeUnitCount, line.upper)
    guard let colon = bytes[rest.indices].firstIndex(of: UInt8(ascii: ":")), colon - rest.lower <= 2 else {
      return false
    }
    return dialect.dropped.isStart(of: ByteRange(colon + 1, line.upper), bytes)
  }

  private static let detailKeys: [StaticString] = ["note", "status", "nota", "state"]

  /// An open copy of a ticked task of the same id and words is not work.
  private mutating func markTwins() {
    let open = boxes.indices.filter { !boxes[$0].isDone && boxes[$0].id != nil }
    if open.isEmpty { return }
    var ticked: [String: [Int]] = [:]
    for index in boxes.indices where boxes[index].isDone {
      if let id = boxes[index].id { ticked[id, default: []].append(index) }
    }
    for index in open {
      guard let id = boxes[index].id, let copies = ticked[id] else { continue }
      // Few are enough: a list that repeats one number throughout is not a list of copies.
      if copies.prefix(8).contains(where: {
        TaskWords.areSame(boxes[$0].title, boxes[index].title, bytes)
      }) {
        boxes[index].flags.insert(.twin)
      }
    }
  }

  private mutating func markDoneByParts() {
    var hasDone = [Bool](repeating: false, count: boxes.count)
    for index in boxes.indices.reversed() {
      boxes[index].isDoneByParts = !boxes[index].isDone && hasDone[index] && !boxes[index].hasMissingParts
      guard let parent = boxes[index].parent, boxes[index].flags.isEmpty else { continue }
      if boxes[index].isMissing { boxes[parent].hasMissingParts = true } else { hasDone[parent] = true }
    }
  }
}
