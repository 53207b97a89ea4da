import StatusSyntax
import StatusText

/// Finds the headings below a phase that have a status, but do not repeat the word Phase: they are its parts.
struct PhaseParts {
  let source: SourceText
  let outline: MarkdownOutline
  let scanner: MarkerScanner
  /// The indices of the headings outside every list and quote.
  let headings: [Int]

  /// The phases `found`, with their parts. `beneath` is the status below the heading at a position.
  func added(to found: [PhaseFinder.Found], beneath: (Int) -> Marker?) -> [PhaseFinder.Found] {
    var all: [PhaseFinder.Found] = []
    var phases = found[...]
    var whole: PhaseFinder.Found?
    var titled: [PhaseNumber: Int] = [:]
    for position in (found.first?.heading ?? headings.count)..<headings.count {
      if phases.first?.heading == position {
        let phase = phases.removeFirst()
        if !phase.number.isSubPhase { whole = phase }
        all.append(phase)
        continue
      }
      guard let phase = whole, Int(outline.blocks[headings[position]].level) > phase.level else {
        whole = nil
        continue
      }
      if let part = numbered(position, of: phase, beneath) ?? named(position, of: phase, &titled) {
        all.append(part)
      }
    }
    return all
  }

  /// A part with a number in its heading.
  private func numbered(
    _ position: Int, of phase: PhaseFinder.Found, _ beneath: (Int) -> Marker?
  ) -> PhaseFinder.Found? {
    let block = outline.blocks[headings[position]]
    guard let (number, range) = PhaseHeading.part(of: phase.number, block.text, in: source.bytes) else {
      return nil
    }
    let marker = scanner.marker(inHeading: block.text)
    let status = marker?.isBracketed ?? false ? marker?.status : nil
    guard status ?? beneath(position)?.status != nil else { return nil }
    return PhaseFinder.Found(
      heading: position, number: number, numberRange: range, level: Int(block.level), marker: marker)
  }

  /// A part that has only a title, before a status at the end of its heading. Two with the same title are told apart by
  /// a number after it. What mentions a phase is not a part of one.
  private func named(
    _ position: Int, of phase: PhaseFinder.Found, _ titled: inout [PhaseNumber: Int]
  ) -> PhaseFinder.Found? {
    let block = outline.blocks[headings[position]]
    guard PhaseMention(block.text, in: source.bytes) == nil,
      let marker = scanner.marker(inHeading: block.text), marker.isBracketed, marker.status != nil,
      source.bytes[marker.range.upper..<block.text.upper].allSatisfy(ASCII.isBlank)
    else { return nil }
    let title = ByteRange(block.text.lower, marker.range.lower)
    guard let first = phase.number.part(titled: source.bytes[title.indices]) else { return nil }
    var number = first
    while titled[number] != nil {
      titled[first, default: 0] += 1
      number = phase.number.part(titled: source.bytes[title.indices], use: titled[first] ?? 1) ?? first
    }
    titled[number] = 1
    let start = ByteRange(title.lower, title.lower)
    return PhaseFinder.Found(
      heading: position, number: number, numberRange: start, level: Int(block.level), marker: marker)
  }
}
