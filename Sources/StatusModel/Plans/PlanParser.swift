import StatusSyntax
import StatusText

/// Reads a plan from its outline.
struct PlanParser {
  private let source: SourceText
  private let outline: MarkdownOutline
  private let scanner: MarkerScanner
  /// The indices of the headings outside every list and quote.
  private let headings: [Int]
  /// What an unclosed block hides.
  private let hidden: HiddenClaims

  /// A parser of `source`; of text that is itself hidden, nobody asks what else is hidden in it.
  init(
    _ source: SourceText, _ outline: MarkdownOutline, vocabulary: StatusVocabulary, isHidden: Bool = false
  ) {
    self.source = source
    let unclosed = isHidden ? [] : UnclosedBlock.all(in: source, outline)
    self.hidden = HiddenClaims(ofPlan: source, unclosed, vocabulary)
    self.outline = outline
    self.scanner = MarkerScanner(source.bytes, vocabulary: vocabulary)
    self.headings = outline.blocks.indices.filter {
      outline.blocks[$0].kind == .heading && outline.blocks[$0].parent < 0
    }
  }

  func parse() -> Plan {
    var collector = FieldCollector(source, outline)
    let fields = metadata(&collector)
    let (found, unreadable) = phaseHeadings(&collector)
    let phases = withoutRepeats(
      found.indices.map { phase(found, $0, before: unreadable, &collector) }, found)
    let title = headings.first.map { outline.blocks[$0] }
    let markers = fields.compactMap { $0.name == .status ? scanner.marker(of: $0) : nil }
    return Plan(
      source: source, fields: fields, statusMarkers: markers, phases: phases, unreadablePhases: unreadable,
      hidden: hidden,
      title: title?.level == 1 ? title?.text : nil,
      statusText: markers.first.map { source.text($0.range) } ?? "",
      links: TaskLinkScanner(source).links(in: fields))
  }

  // MARK: The plan's own fields

  /// The fields above the first section, and those of a section that is called Metadata.
  private func metadata(_ collector: inout FieldCollector) -> [Field] {
    let first = headings.first ?? outline.blocks.count
    var fields = collector.fields(in: 0..<first, end: start(ofBlock: first))
    for (position, heading) in headings.enumerated() {
      let block = outline.blocks[heading]
      guard block.level == 1 || block.level == 2 && isMetadata(block.text) else {
        if block.level <= 2 && !fields.isEmpty { break }
        continue
      }
      let end = position + 1 < headings.count ? headings[position + 1] : outline.blocks.count
      if block.level == 1 && position > 0 { break }
      fields += collector.fields(in: heading + 1..<end, end: start(ofBlock: end))
    }
    return fields
  }

  private func isMetadata(_ text: ByteRange) -> Bool {
    equals(text, "metadata") || equals(text, "plan metadata") || equals(text, "task metadata")
  }

  private func equals(_ range: ByteRange, _ word: StaticString) -> Bool {
    range.count == word.utf8CodeUnitCount && begins(range, with: word)
  }

  /// Whether a text begins with these words.
  private func begins(_ range: ByteRange, with word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard range.count >= count,
      range.count == count || !ASCII.isAlphanumeric(source.bytes[range.lower + count])
    else { return false }
    for index in 0..<count
    where ASCII.lowercased(source.bytes[range.lower + index]) != word.utf8Start[index] { return false }
    return true
  }

  private func start(ofBlock index: Int) -> Int {
    index < outline.blocks.count ? outline.blocks[index].range.lower : source.bytes.count
  }

  // MARK: Phases

  private struct Found {
    /// The position in `headings`.
    let heading: Int
    let number: PhaseNumber
    let numberRange: ByteRange
    let level: Int
    let marker: Marker?
    var parent = -1
  }

  /// The headings of phases: those of the sections Implementation Phases where they hold any, with those elsewhere that have
  /// a status and a new number; otherwise all. Then what is meant as one and cannot be read.
  private func phaseHeadings(_ collector: inout FieldCollector) -> (found: [Found], unreadable: [ByteRange]) {
    var sections = implementationPhases()
    var (found, unreadable) = phaseHeadings(in: sections.joined(), &collector)
    if found.isEmpty {
      sections = []
      (found, unreadable) = phaseHeadings(in: headings.indices, &collector)
      found = withoutRepetition(found)
    } else {
      let known = KnownPhases(found.map(\.number))
      let outside = headings.indices.filter { place in !sections.contains { $0.contains(place) } }
      found += phaseHeadings(in: outside, &collector).found.filter {
        $0.marker?.status != nil && known.lacks($0.number)
      }
      found.sort { $0.heading < $1.heading }
    }
    findParents(&found)
    unreadable += nearPhases(found, unreadable, sections, &collector)
    return (found, unreadable.sorted { $0.lower < $1.lower })
  }

  /// What reads like a phase's heading and was not read.
  private func nearPhases(
    _ found: [Found], _ unreadable: [ByteRange], _ sections: [Range<Int>], _ collector: inout FieldCollector
  ) -> [ByteRange] {
    let near = NearPhases(
      source: source, outline: outline, scanner: scanner,
      sections: sections.map { section in
        headings[section.lowerBound - 1] + 1..<blockOfHeading(section.upperBound)
      },
      known: KnownPhases(found.map(\.number)), level: found.map(\.level).min() ?? 3)
    let read = Set(found.map(\.heading))
    let known = Set(unreadable.map(\.lower))
    var texts: [ByteRange] = []
    for position in headings.indices where !read.contains(position) {
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

  /// The block of a heading; the number of blocks behind the last one.
  private func blockOfHeading(_ position: Int) -> Int {
    position < headings.count ? headings[position] : outline.blocks.count
  }

  /// The status that stands beneath a heading, in a Status field or alone on a line.
  private func statusBeneath(_ position: Int, _ collector: inout FieldCollector) -> Marker? {
    let next = blockOfHeading(position + 1)
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

  /// The headings in the sections whose heading begins with the words Implementation Phases. A phase of too high a level
  /// does not end one.
  private func implementationPhases() -> [Range<Int>] {
    var sections: [Range<Int>] = []
    for start in headings.indices where start >= sections.last?.upperBound ?? 0 {
      let block = outline.blocks[headings[start]]
      guard block.level <= 3, begins(block.text, with: "implementation phases") else { continue }
      let end = headings[(start + 1)...].firstIndex {
        outline.blocks[$0].level <= block.level && !isPhase(outline.blocks[$0].text)
      }
      sections.append(start + 1..<(end ?? headings.count))
    }
    return sections
  }

  private func isPhase(_ heading: ByteRange) -> Bool {
    PhaseHeading(heading, in: source.bytes, marker: scanner.marker(inHeading: heading)) != nil
  }

  private func phaseHeadings(in positions: some Sequence<Int>, _ collector: inout FieldCollector) -> (
    found: [Found], unreadable: [ByteRange]
  ) {
    var found: [Found] = []
    var unreadable: [ByteRange] = []
    for position in positions {
      let block = outline.blocks[headings[position]]
      guard block.level >= 2 else { continue }
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
    return (found, unreadable)
  }

  /// Several phases in one heading, where the status stands beneath it.
  private func severalPhases(_ position: Int, _ collector: inout FieldCollector) -> PhaseHeading? {
    let text = outline.blocks[headings[position]].text
    guard let mention = PhaseMention(text, in: source.bytes), mention.isLeading, mention.isPlural,
      mention.number != nil, let marker = statusBeneath(position, &collector), marker.status != nil
    else { return nil }
    return PhaseHeading(text, in: source.bytes, marker: marker)
  }

  /// A phase beneath another is a part of it, unless its number is the one that comes next: then only its level
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
      let isNext =
        last >= 0 && phase.number.major != nil && !plain.contains(phase.number.major ?? -1)
        && phase.number.major == found[last].number.major.map { $0 + 1 }
        && phase.number.major ?? 0 > found[last].number.upper ?? -1
      if last >= 0, phase.level > found[last].level, !isNext {
        found[index].parent = last
      } else {
        last = index
      }
    }
  }

  /// The phases without those that a later section, such as a list of checkpoints, only names again: they have no
  /// marker, while the phase of that number in an earlier section has one.
  private func withoutRepeats(_ phases: [Phase], _ found: [Found]) -> [Phase] {
    guard phases.contains(where: { $0.marker == nil }), phases.contains(where: { $0.marker != nil }) else {
      return phases
    }
    let sections = sections(of: found)
    var marked: [PhaseNumber: Int] = [:]
    var places = [Int](repeating: -1, count: phases.count)
    var kept: [Phase] = []
    for (index, phase) in phases.enumerated() {
      if phase.marker != nil, marked[phase.number] == nil { marked[phase.number] = sections[index] }
      if phase.marker == nil, let section = marked[phase.number], section != sections[index] { continue }
      places[index] = kept.count
      kept.append(phase.parent < 0 ? phase : phase.with(parent: places[phase.parent]))
    }
    return kept
  }

  /// For each phase, the position of the heading that it stands beneath; -1 for none.
  private func sections(of found: [Found]) -> [Int] {
    var lastOfLevel = [Int](repeating: -1, count: 8)
    var position = 0
    return found.map { phase in
      while position < phase.heading {
        lastOfLevel[Int(outline.blocks[headings[position]].level)] = position
        position += 1
      }
      return lastOfLevel[..<phase.level].max() ?? -1
    }
  }

  private func phase(
    _ found: [Found], _ index: Int, before unreadable: [ByteRange], _ collector: inout FieldCollector
  ) -> Phase {
    let position = found[index].heading
    let block = headings[position]
    let nextHeading = position + 1 < headings.count ? headings[position + 1] : outline.blocks.count
    // What stands beneath a heading that cannot be read is not this phase's.
    let end = Self.first(of: unreadable, from: outline.blocks[block].range.lower)?.lower ?? .max
    let fields = collector.fields(in: block + 1..<nextHeading, end: start(ofBlock: nextHeading))
      .filter { $0.nameRange.lower < end }
    let timestamps =
      fields.compactMap { timestamp($0) } + PhaseBrackets.timestamps(beneath: block, of: outline, source)
    let markers =
      [found[index].marker].compactMap(\.self)
      + scanner.markers(inHeading: outline.blocks[block].text, before: found[index].marker)
      + fields.compactMap { $0.name == .status ? scanner.marker(of: $0) : nil }
      + [marker(beneath: block)].compactMap(\.self)
    return Phase(
      number: found[index].number, numberRange: found[index].numberRange, heading: outline.blocks[block].text,
      level: found[index].level, parent: found[index].parent,
      markers: markers, fields: fields, timestamps: timestamps,
      hasReason: hasReason(markers, fields: fields, beneath: block),
      range: ByteRange(outline.blocks[block].range.lower, endOfPhase(found, index)))
  }

  /// The first of some ranges in order that begins at `offset` or after it.
  private static func first(of ranges: [ByteRange], from offset: Int) -> ByteRange? {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].lower < offset { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count ? ranges[low] : nil
  }

  private func hasReason(_ markers: [Marker], fields: [Field], beneath heading: Int) -> Bool {
    let status = markers.first?.status
    guard status == .blocked || status == .abandoned else { return false }
    return PhaseReason(source: source, outline: outline)
      .isGiven(status, heading: heading, markers: Array(markers.prefix(5)), fields: fields)
  }

  private func endOfPhase(_ found: [Found], _ index: Int) -> Int {
    let own = found[index]
    for position in headings.indices[(own.heading + 1)...]
    where outline.blocks[headings[position]].level <= own.level {
      return start(ofBlock: headings[position])
    }
    return source.bytes.count
  }

  /// The marker alone on the first line beneath a heading, in a paragraph or in the first item of a list.
  private func marker(beneath heading: Int) -> Marker? {
    guard heading + 1 < outline.blocks.count else { return nil }
    var place = heading + 1
    if outline.blocks[place].kind == .listItem, outline.blocks[place].parent < 0 { place += 1 }
    guard place < outline.blocks.count else { return nil }
    let below = outline.blocks[place]
    guard below.kind == .paragraph, below.parent == (place > heading + 1 ? Int32(heading + 1) : -1) else {
      return nil
    }
    let end = source.bytes[below.range.indices].firstIndex { ASCII.isLineEnd($0) } ?? below.range.upper
    return scanner.marker(aloneOn: ByteRange(below.range.lower, end))
  }

  /// The date of a field in its own spelling: `BLOCKED` in a list of notes heads a note.
  private func timestamp(_ field: Field) -> TimestampClaim? {
    guard let event = StatusEvent(field: field.name),
      source.bytes[field.nameRange.indices].elementsEqual(event.title.utf8)
    else { return nil }
    return TimestampClaim(field, event: event, place: .phaseField, in: source)
  }
}
