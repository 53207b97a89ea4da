import StatusSyntax
import StatusText

/// Finds what reads like the heading of a phase that the plan would lack without it, but is not written as one: a
/// heading in another form or in a list, and a line of a paragraph or an HTML block that Markdown does not take for a
/// heading.
///
/// Silence about them would let a plan count as completed with open phases. A class, since it is handed on for each line.
final class NearPhases {
  let source: SourceText
  let outline: MarkdownOutline
  let scanner: MarkerScanner
  /// The blocks of the sections Implementation Phases.
  let sections: Sections
  /// The numbers of the phases that were read.
  let known: KnownPhases
  /// The highest place in the outline that a phase has.
  let level: Int

  init(
    source: SourceText, outline: MarkdownOutline, scanner: MarkerScanner, sections: Sections,
    known: KnownPhases, level: Int
  ) {
    self.source = source
    self.outline = outline
    self.scanner = scanner
    self.sections = sections
    self.known = known
    self.level = level
  }

  /// A heading outside of every list, with the status below it.
  func isPhase(heading index: Int, beneath: () -> Marker?) -> Bool {
    let block = outline.blocks[index]
    guard let mention = PhaseMention(block.text, in: source.bytes) else {
      return isOpenWork(block, at: index)
    }
    let own = scanner.marker(inHeading: block.text)
    if own?.status == nil, let number = mention.number,
      scanner.status(beside: mention.place, in: block.text) != nil
    {
      return known.lacks(number)
    }
    guard let status = own?.status ?? beneath()?.status else { return false }
    guard sections.contains(index) else {
      return mention.isLeading && mention.number.map(known.lacks) ?? false
    }
    let isHigh = Int(block.level) <= level
    guard let number = mention.number else { return isHigh || mention.isLeading }
    return known.lacks(number) || isHigh && Self.isOpen(status)
  }

  /// Whether a heading among the phases says that something is not done yet, though it does not say that it is a phase.
  private func isOpenWork(_ block: MarkdownOutline.Block, at index: Int) -> Bool {
    guard Int(block.level) <= level, sections.contains(index),
      let marker = scanner.marker(inHeading: block.text), marker.isBracketed
    else { return false }
    return marker.status.map(Self.isOpen) ?? false
  }

  /// The texts of headings in lists and of lines that are meant as phases.
  func hidden() -> [ByteRange] {
    var found: [ByteRange] = []
    for (index, block) in outline.blocks.enumerated() {
      switch block.kind {
      case .heading where block.parent >= 0:
        if isHiddenPhase(block.text, isHeading: true, at: index) { found.append(block.text) }
      case .paragraph, .html: addLines(of: index, block, to: &found)
      default: break
      }
    }
    return found
  }

  private func addLines(of index: Int, _ block: MarkdownOutline.Block, to found: inout [ByteRange]) {
    // In a list, in HTML or outside of the section, a line without the marks of a heading is prose.
    let needsMarks = block.kind == .html || block.parent >= 0 || !sections.contains(index)
    if needsMarks, !source.bytes.contains(UInt8(ascii: "#"), in: block.range) { return }
    HeadingLine.visit(block, of: source.bytes) { _, line in
      guard line.level > 0 || !needsMarks, !line.text.isEmpty,
        ASCII.lowercased(source.bytes[line.text.lower]) == UInt8(ascii: "p"),
        isHiddenPhase(line.text, isHeading: line.level > 0, at: index)
      else { return }
      found.append(line.text)
    }
  }

  private func isHiddenPhase(_ text: ByteRange, isHeading: Bool, at index: Int) -> Bool {
    guard !outline.isQuoted(outline.blocks[index]), let mention = PhaseMention(text, in: source.bytes),
      mention.isLeading
    else {
      return false
    }
    let marker = scanner.marker(inHeading: text)
    let isNew = mention.number.map(known.lacks) ?? true
    if sections.contains(index), isHeading {
      return isNew || marker?.status.map(Self.isOpen) ?? false
    }
    return isNew && marker?.status != nil && marker?.isBracketed == true
  }

  private static func isOpen(_ status: Status) -> Bool { status != .completed && status != .abandoned }
}
