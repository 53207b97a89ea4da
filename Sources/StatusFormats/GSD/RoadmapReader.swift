import StatusClaims
import StatusText

/// Reads a roadmap line by line, and keeps in which headings and collapsed parts the line is.
struct RoadmapReader {
  private let source: SourceText
  private let code: String?
  private var roadmap: Roadmap
  private var parts = RoadmapParts()
  /// The section that lines belong to.
  private var section: Int?
  private var sectionLevel = 0

  /// What `file` says. `code` is the code of the project.
  static func read(_ file: PlanFile, code: String?) -> Roadmap {
    var reader = RoadmapReader(source: file.source, code: code, roadmap: Roadmap(file: file))
    reader.read(OpenLines(file))
    return reader.roadmap
  }

  private init(source: SourceText, code: String?, roadmap: Roadmap) {
    self.source = source
    self.code = code
    self.roadmap = roadmap
  }

  private mutating func read(_ lines: OpenLines) {
    let tables = ClaimTable.all(in: source, lines).map { ($0, PhaseTable($0)) }
    var rows: [Int: (table: Int, row: Int)] = [:]
    for (table, (claims, _)) in tables.enumerated() {
      for (row, claim) in claims.rows.enumerated() { rows[claim.line.lower] = (table, row) }
    }
    for line in lines.ranges {
      readLinks(line)
      if let heading = GSDHeading(source, line) {
        readHeading(heading)
      } else if let place = rows[line.lower] {
        let (table, columns) = tables[place.table]
        read(table.rows[place.row], columns, place.table, table)
      } else {
        readText(line)
      }
    }
  }

  // MARK: Parts

  private mutating func readHeading(_ heading: GSDHeading) {
    if section != nil, heading.level <= sectionLevel { section = nil }
    let phase = PhaseTitle(heading: heading.text, in: source, code: code)
    if phase == nil, let mention = MilestoneMention(.heading, source, heading.text) {
      roadmap.milestones.append(mention)
    }
    guard let phase, heading.level >= 2 else {
      parts.enter(heading, source)
      note(heading.text)
      return
    }
    parts.leave(heading.level)
    let scope = parts.scope
    roadmap.numbers.insert(phase.number)
    guard !phase.number.isBacklog else { return section = nil }
    roadmap.sections.append(
      Roadmap.Section(
        number: phase.number, scope: scope, heading: heading.text, title: phase.title,
        isMarkedDone: phase.isMarkedDone,
        isStruck: phase.isStruck))
    section = roadmap.sections.count - 1
    sectionLevel = heading.level
  }

  private mutating func readText(_ line: ByteRange) {
    if parts.readDetails(source, line), let summary = parts.newSummary {
      parts.newSummary = nil
      section = nil
      if let mention = MilestoneMention(.summary, source, summary) { roadmap.milestones.append(mention) }
      note(summary)
    }
    if parts.hasLeft {
      parts.hasLeft = false
      section = nil
    }
    if let item = GSDItemLine(source, line) {
      read(item)
    }
    if let section, let field = GSDField(source, line), !field.value.isEmpty,
      roadmap.sections[section].fields[field.name] == nil
    {
      roadmap.sections[section].fields[field.name] = field.value
    }
  }

  /// Remembers the phases that a heading, summary or plain list names.
  private mutating func note(_ range: ByteRange) {
    let list = PhaseList.mentions(in: source, range, code: code)
    roadmap.numbers.formUnion(list.numbers)
  }

  // MARK: Items

  private mutating func read(_ item: GSDItemLine) {
    if let plan = plan(item), let section {
      if let box = item.box, box.stage == nil {
        roadmap.strangeBoxes.append(("plan \(roadmap.sections[section].number.text)-\(plan.key.text)", box))
      }
      roadmap.sections[section].plans.append(plan)
      return
    }
    if let phase = PhaseTitle(item: item.text, in: source, code: code) {
      roadmap.numbers.insert(phase.number)
      guard let box = item.box, !phase.number.isBacklog else { return }
      if box.stage == nil { roadmap.strangeBoxes.append(("phase \(phase.number.text)", box)) }
      roadmap.items.append(
        Roadmap.Item(
          number: phase.number, scope: parts.scope, box: box, title: phase.title, text: item.text,
          isStruck: phase.isStruck,
          status: ItemStatus.read(source, box, phase.rest, isStruck: phase.isStruck),
          completed: ItemStatus.completed(source, phase.rest),
          count: GSDFraction(source, ofPlansIn: phase.rest)))
    } else if section == nil {
      note(item.text)
      if let mention = MilestoneMention(.item, source, item.text, box: item.box),
        mention.isShipped != nil || !mention.phases.numbers.isEmpty
      {
        roadmap.milestones.append(mention)
      }
    }
  }

  /// The plan of the section that an item with a box is for.
  private func plan(_ item: GSDItemLine) -> Roadmap.Plan? {
    guard let section, let box = item.box else { return nil }
    var cursor = TextCursor(source.bytes, item.text)
    let isStruck = source.text(item.text).hasPrefix("~~")
    cursor.skip("*_`~[ ")
    // The wave of the plan.
    var ahead = cursor
    if ahead.take("w"), ahead.number() != nil {
      ahead.skipDecoration()
      ahead.skip("[")
      cursor = ahead
    }
    _ = cursor.takeWord("plan")
    cursor.skip(" ")
    guard GSDNumber.take(&cursor, code: code) == roadmap.sections[section].number, cursor.take("-") else {
      return nil
    }
    let key: PlanKey
    if cursor.take("plan") {
      key = .whole
    } else if let found = PlanKey.take(&cursor) {
      key = found
      if cursor.take("-summary") { return nil }
      _ = cursor.take("-plan")
    } else {
      return nil
    }
    _ = cursor.take(".md")
    if let next = cursor.byte, ASCII.isAlphanumeric(next) || ASCII.isOne(next, of: "-_/") { return nil }
    return Roadmap.Plan(
      key: key, box: box, status: ItemStatus.read(source, box, cursor.rest, isStruck: isStruck))
  }

  // MARK: Tables

  private mutating func read(_ row: ClaimTable.Row, _ columns: PhaseTable?, _ index: Int, _ table: ClaimTable)
  {
    if let columns, let found = columns.row(row, source, code: code) {
      roadmap.numbers.insert(found.number)
      guard !found.number.isBacklog else { return }
      let scope = parts.scope
      let own = found.isShifted ? [] : found.labels
      let labels = scope.labels.isEmpty ? own : scope.labels
      roadmap.rows.append(
        Roadmap.Row(
          number: found.number, scope: Roadmap.Scope(id: scope.id, labels: labels, isClosed: scope.isClosed),
          table: index, line: row.line, title: found.title, status: found.status, plans: found.plans,
          completed: found.completed, isShifted: found.isShifted, isStruck: found.isStruck))
    } else if table.columns.first == "milestone" || table.columns.first == "version" {
      if let mention = MilestoneMention(row, of: table, source) { roadmap.milestones.append(mention) }
      if let phases = table.column("phases", "phase"), phases < row.cells.count {
        roadmap.numbers.formUnion(PhaseList(cell: row.cells[phases], in: source, code: code).numbers)
      }
    } else if let cell = row.cells.first {
      note(cell)
      // A row for several phases: `25-28. Name`.
      if columns != nil {
        roadmap.numbers.formUnion(
          PhaseList(cell: cell, in: source, code: code).ranges.joined().map { GSDNumber($0) })
      }
    }
  }

  private mutating func readLinks(_ line: ByteRange) {
    for target in MarkdownLinks.targets(source, line) { roadmap.links.append((target, parts.scope.isClosed)) }
  }
}
