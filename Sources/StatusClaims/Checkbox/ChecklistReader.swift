import StatusSyntax
import StatusText

/// Reads the tasks of one file.
struct ChecklistReader {
  private typealias Box = Checklist.Box

  /// A box with what is needed to find its parent and its details.
  private struct Found {
    var box: Box
    /// The number of its list item in the outline; that of the item around it for a lazy line.
    let item: Int
    let isLazy: Bool
  }

  private let source: SourceText
  private let outline: MarkdownOutline
  private let dialect: CheckboxDialect
  private var found: [Found] = []
  private var headings: [Checklist.Heading] = []
  /// The numbers of the open sections, the innermost last.
  private var open: [Int] = []
  private var fences: [(fence: ByteRange, hidden: Int)] = []

  init(_ source: SourceText, _ outline: MarkdownOutline, _ dialect: CheckboxDialect) {
    self.source = source
    self.outline = outline
    self.dialect = dialect
  }

  private var bytes: [UInt8] { source.bytes }

  mutating func read() -> Checklist {
    var lastItem = -1
    for (index, block) in outline.blocks.enumerated() {
      switch block.kind {
      case .listItem: lastItem = index
      case .heading where block.parent < 0: add(heading: block)
      case .paragraph where !outline.isQuoted(block):
        read(paragraph: block, isFirst: block.parent >= 0 && lastItem == Int(block.parent))
      case .code where block.isFenced && block.isUnclosed: add(fence: block)
      default: break
      }
      if block.kind != .listItem, block.kind != .field { lastItem = -1 }
    }
    while let last = open.popLast() { headings[last].endBox = found.count }
    link()
    return Checklist(source: source, boxes: found.map(\.box), headings: headings, openFences: fences)
  }

  // MARK: Headings and fences

  private mutating func add(heading block: MarkdownOutline.Block) {
    let level = Int(block.level)
    while let last = open.last, headings[last].level >= level {
      headings[last].endBox = found.count
      open.removeLast()
    }
    let isAside = open.last.map { headings[$0].isAside } ?? false
    open.append(headings.count)
    headings.append(
      Checklist.Heading(
        level: level, text: block.text, firstBox: found.count, endBox: found.count,
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
    let hidden = bytes.lines(in: block.range).count { boxStart($0) != nil }
    if hidden > 0 {
      let end = bytes.offset(of: ASCII.lineFeed, from: block.range.lower, to: block.range.upper)
      fences.append((ByteRange(block.range.lower, end), hidden))
    }
  }

  // MARK: Boxes

  /// Where the box of a line that begins with a list mark stands.
  private func boxStart(_ line: ByteRange) -> Int? {
    var place = line.lower
    while place < line.upper, ASCII.isBlank(bytes[place]) { place += 1 }
    guard ListMarker.begins(at: place, bytes),
      let content = ListMarker.content(at: place, before: line.upper, bytes),
      BoxMark(bytes, at: content, before: line.upper, dialect) != nil
    else { return nil }
    return content
  }

  private mutating func read(paragraph block: MarkdownOutline.Block, isFirst: Bool) {
    var starts: [(box: Int, bullet: UInt8, isLazy: Bool)] = []
    let lines = Array(bytes.lines(in: block.range))
    for (number, line) in lines.enumerated() {
      if number == 0, isFirst, BoxMark(bytes, at: line.lower, before: line.upper, dialect) != nil {
        let marker = outline.blocks[Int(block.parent)].marker
        let last = bytes[marker.upper - 1]
        starts.append((line.lower, ASCII.isOne(last, of: "-*+") ? last : UInt8(ascii: "."), false))
      } else if number > 0, let place = boxStart(line) {
        let marker = bytes[line.lower..<place].first { !ASCII.isBlank($0) } ?? UInt8(ascii: ".")
        starts.append((place, ASCII.isDigit(marker) ? UInt8(ascii: ".") : marker, true))
      }
    }
    for (number, start) in starts.enumerated() {
      let next =
        number + 1 < starts.count
        ? lines.first { $0.lower <= starts[number + 1].box && starts[number + 1].box <= $0.upper } : nil
      let end = next.map { previousLineEnd($0.lower) } ?? block.range.upper
      add(start.box, to: end, bullet: start.bullet, item: Int(block.parent), isLazy: start.isLazy)
    }
  }

  private func previousLineEnd(_ start: Int) -> Int {
    var end = start
    while end > 0, ASCII.isLineEnd(bytes[end - 1]) { end -= 1 }
    return end
  }

  private mutating func add(_ start: Int, to end: Int, bullet: UInt8, item: Int, isLazy: Bool) {
    guard let mark = BoxMark(bytes, at: start, before: end, dialect) else { return }
    var text = ByteRange(UnicodeBlank.skip(from: mark.end, to: end, in: bytes), end)
    let isStruckWithID = beginsStruck(text)
    let id = TaskID(bytes, text, dialect.ids)
    if let id { text = ByteRange(id.end, end) }
    // The details of a box end where the next one begins; that is known when it is found.
    if let last = found.indices.last { endDetails(of: last, at: start) }
    let itemEnd = item >= 0 ? outline.blocks[item].range.upper : end
    var box = Box(
      range: mark.range, state: mark.state, correction: mark.correction, looksTicked: mark.looksTicked,
      bullet: bullet,
      id: id?.text, title: text, details: ByteRange(end, max(end, itemEnd)), heading: headings.indices.last,
      parent: nil)
    if mark.isOptional || id?.isOptional ?? false { box.flags.insert(.optional) }
    if isStruckWithID || beginsStruck(text) || dialect.dropped.isRemark(in: bytes, text) {
      box.flags.insert(.dropped)
    }
    if dialect.chores.isStart(of: text, bytes) { box.flags.insert(.chore) }
    if headings.last?.isAside ?? false { box.flags.insert(.aside) }
    found.append(Found(box: box, item: item, isLazy: isLazy))
  }

  /// Whether a text is struck out, perhaps within emphasis.
  private func beginsStruck(_ text: ByteRange) -> Bool {
    let start = bytes[text.indices].firstIndex { !ASCII.isOne($0, of: "*_ ") } ?? text.upper
    return ASCII.begins(bytes, at: start, before: text.upper, with: "~~")
  }

  private mutating func endDetails(of index: Int, at start: Int) {
    let details = found[index].box.details
    if details.upper > start {
      found[index].box.details = ByteRange(details.lower, max(details.lower, start))
    }
  }
}

// MARK: Parents

extension ChecklistReader {
  /// Finds the parents, and what boxes have from their parents, parts and copies.
  private mutating func link() {
    // The last box of each list item, by the number of the item; the first box of each id in a section.
    var byItem: [Int: Int] = [:]
    var byID: [String: Int] = [:]
    var section = -1
    let sections = sectionStarts
    for index in found.indices {
      let place = found[index].box.heading.map { sections[$0] } ?? -1
      if place != section { (section, byID) = (place, [:]) }
      let parent = nestingParent(of: index, byItem) ?? idParent(of: index, byID)
      found[index].box.parent = parent
      if !found[index].isLazy { byItem[found[index].item] = index }
      if let id = found[index].box.id, byID[id] == nil { byID[id] = index }
      if hasDroppingDetail(found[index].box) { found[index].box.flags.insert(.dropped) }
      if let parent {
        found[index].box.flags.formUnion(found[parent].box.flags.intersection([.dropped, .optional]))
      }
    }
    markTwins()
    markDoneByParts()
  }

  /// For each heading, the number of the nearest one of level 1 or 2 at or above it.
  private var sectionStarts: [Int] {
    var last = -1
    return headings.enumerated().map { index, heading in
      if heading.level <= 2 { last = index }
      return last
    }
  }

  private func nestingParent(of index: Int, _ byItem: [Int: Int]) -> Int? {
    let this = found[index]
    if this.item < 0 { return nil }
    if this.isLazy { return byItem[this.item] }
    var item = Int(outline.blocks[this.item].parent)
    var isDirect = true
    while item >= 0 {
      if let parent = byItem[item] {
        // Below a plain bullet, what has no id is a note.
        return isDirect || this.box.id != nil ? parent : nil
      }
      // An item around an item, with nothing else, is one of two marks: `- - [x]`.
      isDirect = false
      item = Int(outline.blocks[item].parent)
    }
    return nil
  }

  private func idParent(of index: Int, _ byID: [String: Int]) -> Int? {
    guard dialect.hasParentsByID, dialect.ids != .tasks, var id = found[index].box.id else { return nil }
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
    var ticked: [String: [Int]] = [:]
    for index in found.indices where found[index].box.isDone {
      if let id = found[index].box.id { ticked[id, default: []].append(index) }
    }
    for index in found.indices where !found[index].box.isDone {
      guard let id = found[index].box.id, let copies = ticked[id] else { continue }
      // Few are enough: a list that repeats one number throughout is not a list of copies.
      if copies.prefix(8).contains(where: {
        TaskWords.areSame(found[$0].box.title, found[index].box.title, bytes)
      }) {
        found[index].box.flags.insert(.twin)
      }
    }
  }

  private mutating func markDoneByParts() {
    var hasDone = [Bool](repeating: false, count: found.count)
    var hasMissing = hasDone
    for index in found.indices.reversed() {
      let box = found[index].box
      found[index].box.isDoneByParts = !box.isDone && hasDone[index] && !hasMissing[index]
      guard let parent = box.parent, box.flags.isEmpty else { continue }
      if found[index].box.isMissing { hasMissing[parent] = true } else { hasDone[parent] = true }
    }
  }
}
