import StatusSyntax
import StatusText

/// Finds the headings of a plan's phases. A class, since it is handed on for each of them.
final class PhaseFinder {
  let source: SourceText
  let outline: MarkdownOutline
  let scanner: MarkerScanner
  /// The indices of the headings outside every list and quote.
  let headings: [Int]

  init(source: SourceText, outline: MarkdownOutline, scanner: MarkerScanner, headings: [Int]) {
    self.source = source
    self.outline = outline
    self.scanner = scanner
    self.headings = headings
  }

  /// The heading of a phase.
  struct Found {
    /// The position in `headings`.
    let heading: Int
    var number: PhaseNumber
    var numberRange: ByteRange
    let level: Int
    let marker: Marker?
    var parent = -1
  }

  /// The headings of phases: those of the sections Implementation Phases where they hold any, with those elsewhere that
  /// have a status and a new number; otherwise all. Then what is meant as one and cannot be read.
  func find(_ collector: inout FieldCollector) -> (found: [Found], unreadable: [ByteRange]) {
    var sections = implementationPhases()
    var (found, unreadable) = phaseHeadings(in: sections.indices, &collector)
    if found.isEmpty {
      sections = Sections()
      (found, unreadable) = phaseHeadings(in: headings.indices, &collector)
      found = withoutRepetition(found)
    } else {
      let known = KnownPhases(found.map(\.number))
      let outside = headings.indices.filter { !sections.contains($0) }
      found += phaseHeadings(in: outside, &collector).found.filter {
        $0.marker?.status != nil && known.lacks($0.number)
      }
      found.sort { $0.heading < $1.heading }
    }
    found = PhaseParts(source: source, outline: outline, scanner: scanner, headings: headings)
      .added(to: found) { statusBeneath($0, &collector) }
    findParents(&found)
    unreadable += nearPhases(found, unreadable, sections, &collector)
    return (found, unreadable.sorted { $0.lower < $1.lower })
  }

  /// What reads like a phase's heading and was not read.
  private func nearPhases(
    _ found: [Found], _ unreadable: [ByteRange], _ sections: Sections, _ collector: inout FieldCollector
  ) -> [ByteRange] {
    var blocks = Sections()
    for section in sections.ranges {
      blocks.append(headings[section.lowerBound - 1] + 1..<block(ofHeading: section.upperBound))
    }
    let near = NearPhases(
      source: source, outline: outline, scanner: scanner, sections: blocks,
      known: KnownPhases(found.map(\.number)), level: found.map(\.level).min() ?? 3)
    var read = found.lazy.map(\.heading).makeIterator()
    var nextRead = read.next()
    let known = Set(unreadable.map(\.lower))
    var texts: [ByteRange] = []
    for position in headings.indices {
      if position == nextRead {
        nextRead = read.next()
        continue
      }
      let block = outline.blocks[headings[position]]
      // The plan's own title.
      if position == 0, block.level == 1 { continue }
      guard !known.contains(block.text.lower),
        near.isPhase(heading: headings[position], beneath: { statusBeneath(position, &collector) })
      else { continue }
      texts.append(block.text)
    }
    return texts + near.hidden()
  }

  /// The block of the heading at a position; after the last one, the number of blocks.
  func block(ofHeading position: Int) -> Int {
    position < headings.count ? headings[position] : outline.blocks.count
  }

  /// The status below a heading, in a Status field or alone on a line.
  private func statusBeneath(_ position: Int, _ collector: inout FieldCollector) -> Marker? {
    let next = block(ofHeading: position + 1)
    let fields = collector.fields(in: headings[position] + 1..<next, end: start(ofBlock: next))
    return fields.first { $0.name == .status }.flatMap { scanner.marker(of: $0) }
      ?? marker(beneath: headings[position])
  }

  /// The headings up to a later section that begins again with the first number and has no new one: checkpoints, an
  /// execution log.
  private func withoutRepetition(_ found: [Found]) -> [Found] {
    guard let first = found.first,
      let again = found.indices.dropFirst().first(where: {
        found[$0].number == first.number && isInNewSection(found[$0], after: found[$0 - 1])
      })
    else { return found }
    let known = Set(found[..<again].map(\.number))
    return found[again...].allSatisfy { known.contains($0.number) } ? Array(found[..<again]) : found
  }

  private func isInNewSection(_ phase: Found, after last: Found) -> Bool {
    headings[(last.heading + 1)..<phase.heading].contains { outline.blocks[$0].level < phase.level }
  }

  /// The headings in the sections whose heading begins with the words Implementation Phases. A phase of too high a
  /// level does not end one.
  private func implementationPhases() -> Sections {
    var sections = Sections()
    for start in headings.indices where start >= sections.ranges.last?.upperBound ?? 0 {
      let block = outline.blocks[headings[start]]
      guard block.level <= 3, isImplementationPhases(block.text) else { continue }
      let end = headings[(start + 1)...].firstIndex {
        outline.blocks[$0].level <= block.level && !isPhase(outline.blocks[$0].text)
      }
      sections.append(start + 1..<(end ?? headings.count))
    }
    return sections
  }

  private func isImplementationPhases(_ text: ByteRange) -> Bool {
    let end = text.lower + 21
    return ASCII.begins(source.bytes, at: text.lower, before: text.upper, with: "implementation phases")
      && (end == text.upper || !ASCII.isAlphanumeric(source.bytes[end]))
  }

  private func isPhase(_ heading: ByteRange) -> Bool {
    guard PhaseMention.firstWord(in: heading, of: source.bytes) != nil else { return false }
    return PhaseHeading(heading, in: source.bytes, marker: scanner.marker(inHeading: heading)) != nil
  }

  private func phaseHeadings(in positions: some Sequence<Int>, _ collector: inout FieldCollector) -> (
    found: [Found], unreadable: [ByteRange]
  ) {
    var found: [Found] = []
    var unreadable: [ByteRange] = []
    for position in positions {
      let block = outline.blocks[headings[position]]
      guard block.level >= 2, PhaseMention.firstWord(in: block.text, of: source.bytes) != nil else {
        continue
      }
      let marker = scanner.marker(inHeading: block.text)
      switch PhaseHeading(block.text, in: source.bytes, marker: marker)
        ?? severalPhases(position, &collector)
      {
      case .phase(let number, let range):
        found.append(
          Found(
            heading: position, number: number, numberRange: range, level: Int(block.level), marker: marker))
      case .unreadable: unreadable.append(block.text)
      case nil: break
      }
    }
    return (withoutTotals(found), unreadable)
  }

  /// `Phase 2/3` names two phases, but not beside `Phase 1/3`: there it is the second of three.
  private func withoutTotals(_ found: [Found]) -> [Found] {
    guard found.contains(where: { $0.number.upper != nil && total(after: $0) != nil }) else { return found }
    let uses = Dictionary(found.compactMap { total(after: $0) }.map { ($0, 1) }, uniquingKeysWith: +)
    return found.map { phase in
      guard let total = total(after: phase), uses[total, default: 0] > 1, let major = phase.number.major
      else { return phase }
      var phase = phase
      let digits = source.bytes[phase.numberRange.indices].prefix(while: ASCII.isDigit).indices
      phase.numberRange = ByteRange(digits.lowerBound, digits.upperBound)
      phase.number = PhaseNumber(label: source.text(phase.numberRange), major: major)
      return phase
    }
  }

  /// The number after the slash after the first digits of a phase's number.
  private func total(after phase: Found) -> Int? {
    let rest = source.bytes[phase.numberRange.lower...].drop(while: ASCII.isDigit)
    guard rest.first == UInt8(ascii: "/") else { return nil }
    return Int(String(decoding: rest.dropFirst().prefix(4).prefix(while: ASCII.isDigit), as: UTF8.self))
  }

  /// Several phases in one heading, with the status below it.
  private func severalPhases(_ position: Int, _ collector: inout FieldCollector) -> PhaseHeading? {
    let text = outline.blocks[headings[position]].text
    guard let mention = PhaseMention(text, in: source.bytes), mention.isLeading, mention.isPlural,
      mention.number != nil, let marker = statusBeneath(position, &collector), marker.status != nil
    else { return nil }
    return PhaseHeading(text, in: source.bytes, marker: marker)
  }

  /// A phase below another is a part of it, unless its number is the one that comes next: then only its level
  /// is wrong. A number with a second part belongs to the phase of the first part.
  private func findParents(_ found: inout [Found]) {
    var last = -1
    let lowest = found.map(\.level).min() ?? 0
    let plain = Set(
      found.lazy.filter { $0.level == lowest && !$0.number.isSubPhase }.compactMap(\.number.major))
    for index in found.indices {
      let phase = found[index]
      if phase.number.isSubPhase {
        if last >= 0, phase.number.isPart(of: found[last].number) { found[index].parent = last }
        continue
      }
      if last >= 0, phase.level > found[last].level, !isNext(phase.number, after: found[last].number, plain) {
        found[index].parent = last
      } else {
        last = index
      }
    }
  }

  /// Whether a number is the one that comes after `last`, and not one of the `plain` phases has it.
  private func isNext(_ number: PhaseNumber, after last: PhaseNumber, _ plain: Set<Int>) -> Bool {
    guard let major = number.major, let previous = last.major else { return false }
    return major == previous + 1 && major > last.upper ?? -1 && !plain.contains(major)
  }

  /// Where a block begins; for one after the last, where the text ends.
  func start(ofBlock index: Int) -> Int {
    index < outline.blocks.count ? outline.blocks[index].range.lower : source.bytes.count
  }

  /// The marker alone on the first line below a heading, in a paragraph or in the first item of a list.
  func marker(beneath heading: Int) -> Marker? {
    guard heading + 1 < outline.blocks.count else { return nil }
    var place = heading + 1
    if outline.blocks[place].kind == .listItem, outline.blocks[place].parent < 0 { place += 1 }
    guard place < outline.blocks.count else { return nil }
    let below = outline.blocks[place]
    guard below.kind == .paragraph, below.parent == (place > heading + 1 ? Int32(heading + 1) : -1) else {
      return nil
    }
    let end = source.bytes.lineEnd(from: below.range.lower, to: below.range.upper)
    return scanner.marker(aloneOn: ByteRange(below.range.lower, end))
  }
}
