import StatusSyntax
import StatusText

/// Reads a plan from its outline.
struct PlanParser {
  private let source: SourceText
  private let outline: MarkdownOutline
  private let scanner: MarkerScanner
  private let finder: PhaseFinder
  /// What an unclosed block hides.
  private let hidden: HiddenClaims

  /// A parser of `source`; in text that is itself hidden, it does not look for hidden blocks.
  init(
    _ source: SourceText, _ outline: MarkdownOutline, vocabulary: StatusVocabulary, isHidden: Bool = false
  ) {
    self.source = source
    let unclosed = isHidden ? [] : UnclosedBlock.all(in: source, outline)
    self.hidden = HiddenClaims(ofPlan: source, unclosed, vocabulary)
    self.outline = outline
    self.scanner = MarkerScanner(source.bytes, vocabulary: vocabulary)
    self.finder = PhaseFinder(
      source: source, outline: outline, scanner: scanner,
      headings: outline.headings)
  }

  private var headings: [Int] { finder.headings }

  func parse() -> Plan {
    var collector = FieldCollector(source, outline)
    let fields = metadata(&collector)
    let (found, unreadable) = finder.find(&collector)
    let phases = withoutRepeats(
      found.indices.map { phase(found, $0, before: unreadable, &collector) }, found)
    let first = headings.first.map { outline.blocks[$0] }
    let title = first?.level == 1 ? first?.text : nil
    let written = fields.compactMap { $0.name == .status ? scanner.marker(of: $0) : nil }
    let markers = written.isEmpty ? [] : written + titleMarkers(title) + otherMarkers(besides: written)
    return Plan(
      source: source, fields: fields, statusMarkers: markers,
      looseMarker: written.isEmpty ? otherMarkers(besides: []).first : nil, phases: phases,
      unreadablePhases: unreadable,
      hidden: hidden,
      title: title,
      statusText: markers.first.map { source.text($0.range) } ?? "",
      effortText: fields.first { $0.name == .effort }.map { source.text($0.valueRange) } ?? "",
      sections: sections, links: TaskLinkScanner(source).links(in: fields))
  }

  private var sections: PlanSection.Set {
    headings.reduce(into: []) { sections, heading in
      let block = outline.blocks[heading]
      guard block.level == 2, let section = PlanSection(source.bytes, block.text) else { return }
      sections.insert(PlanSection.Set(section))
    }
  }

  // MARK: The plan's own fields

  /// The fields above the first section, and those of a section that is called Metadata.
  private func metadata(_ collector: inout FieldCollector) -> [Field] {
    let first = headings.first ?? outline.blocks.count
    var fields = collector.fields(in: 0..<first, end: finder.start(ofBlock: first))
    for (position, heading) in headings.enumerated() {
      let block = outline.blocks[heading]
      guard block.level == 1 || block.level == 2 && isMetadata(block.text) else {
        if block.level <= 2 && !fields.isEmpty { break }
        continue
      }
      let end = finder.block(ofHeading: position + 1)
      if block.level == 1 && position > 0 { break }
      fields += collector.fields(in: heading + 1..<end, end: finder.start(ofBlock: end))
    }
    return fields
  }

  /// The status in brackets that a title ends with.
  private func titleMarkers(_ title: ByteRange?) -> [Marker] {
    guard let title, let marker = scanner.marker(inHeading: title), marker.isBracketed,
      marker.status != nil, marker.range.upper == title.upper
    else { return [] }
    return [marker]
  }

  /// The markers on lines above the first section that people read as a Status, though they are not fields.
  private func otherMarkers(besides known: [Marker]) -> [Marker] {
    let end = headings.first { outline.blocks[$0].level > 1 } ?? outline.blocks.count
    return scanner.markers(ofStatusLinesIn: 0..<end, of: outline, besides: known)
  }

  private func isMetadata(_ text: ByteRange) -> Bool {
    let words = source.bytes[text.indices]
    return ASCII.equals(words, "metadata") || ASCII.equals(words, "plan metadata")
      || ASCII.equals(words, "task metadata")
  }

  // MARK: Phases

  /// The phases without those that a later section, such as a list of checkpoints, only names again: they have no
  /// marker, while the phase of that number in an earlier section has one.
  private func withoutRepeats(_ phases: [Phase], _ found: [PhaseFinder.Found]) -> [Phase] {
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

  /// For each phase, the position of the heading that it is below; -1 for none.
  private func sections(of found: [PhaseFinder.Found]) -> [Int] {
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
    _ found: [PhaseFinder.Found], _ index: Int, before unreadable: [ByteRange],
    _ collector: inout FieldCollector
  ) -> Phase {
    let position = found[index].heading
    let block = headings[position]
    let nextHeading = finder.block(ofHeading: position + 1)
    // What is below a heading that cannot be read is not this phase's.
    let end = Self.first(of: unreadable, from: outline.blocks[block].range.lower)?.lower ?? .max
    var fields = collector.fields(in: block + 1..<nextHeading, end: finder.start(ofBlock: nextHeading))
    if end < .max { fields.removeAll { $0.nameRange.lower >= end } }
    // Appended one by one: plans have thousands of phases, and each list in between takes as long as a field.
    var timestamps: [TimestampClaim] = []
    for field in fields {
      if let claim = timestamp(field) { timestamps.append(claim) }
    }
    timestamps += PhaseBrackets.timestamps(beneath: block, of: outline, source)
    var written: [Marker] = []
    if let marker = found[index].marker { written.append(marker) }
    written += scanner.markers(inHeading: outline.blocks[block].text, before: found[index].marker)
    for field in fields where field.name == .status {
      if let marker = scanner.marker(of: field) { written.append(marker) }
    }
    if let marker = finder.marker(beneath: block) { written.append(marker) }
    let loose = scanner.markers(ofStatusLinesIn: block + 1..<nextHeading, of: outline, besides: written)
    let markers = written.isEmpty ? [] : written + loose
    return Phase(
      number: found[index].number, numberRange: found[index].numberRange, heading: outline.blocks[block].text,
      level: found[index].level, parent: found[index].parent,
      markers: markers, looseMarker: written.isEmpty ? loose.first : nil, fields: fields,
      headings: headings(in: found[index]), timestamps: timestamps,
      hasReason: hasReason(markers, fields: fields, beneath: block, end: finder.start(ofBlock: nextHeading)),
      range: ByteRange(outline.blocks[block].range.lower, endOfPhase(found, index)))
  }

  /// The first of some ranges in order that begins at `offset` or after it.
  private static func first(of ranges: [ByteRange], from offset: Int) -> ByteRange? {
    let index = ranges.partitioningIndex { $0.lower >= offset }
    return index < ranges.count ? ranges[index] : nil
  }

  private func hasReason(_ markers: [Marker], fields: [Field], beneath heading: Int, end: Int) -> Bool {
    guard let status = markers.first?.status, status.needsReason else { return false }
    return PhaseReason(source: source, outline: outline)
      .isGiven(status, heading: heading, end: end, markers: Array(markers.prefix(5)), fields: fields)
  }

  /// The texts of the headings in a phase.
  private func headings(in phase: PhaseFinder.Found) -> [ByteRange] {
    headings.indices[(phase.heading + 1)...].lazy.map { outline.blocks[headings[$0]] }
      .prefix { $0.level > phase.level }.map(\.text)
  }

  private func endOfPhase(_ found: [PhaseFinder.Found], _ index: Int) -> Int {
    let own = found[index]
    for position in headings.indices[(own.heading + 1)...]
    where outline.blocks[headings[position]].level <= own.level {
      return finder.start(ofBlock: headings[position])
    }
    return source.bytes.count
  }

  /// The date of a field in its own spelling: `BLOCKED` in a list of notes heads a note.
  private func timestamp(_ field: Field) -> TimestampClaim? {
    guard let event = StatusEvent(field: field.name),
      source.bytes[field.nameRange.indices].elementsEqual(event.title.utf8)
    else { return nil }
    return TimestampClaim(field, event: event, place: .phaseField, in: source)
  }
}
