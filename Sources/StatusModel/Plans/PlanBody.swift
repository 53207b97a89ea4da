import StatusSyntax
import StatusText

/// The lines between a heading of a plan and the next one.
package enum PlanBody {
  /// The plan that `source` is, which lacks the texts below the headings at some offsets. Nil if one of these is not a heading,
  /// such as a line of code, so that the text below it is missing from what it is in.
  package static func plan(_ source: SourceText, headings: [Int], vocabulary: StatusVocabulary)
    -> TrackedFile?
  {
    let outline = MarkdownOutline(source)
    let found = Set(outline.headings.map { outline.blocks[$0].range.lower })
    guard headings.allSatisfy(found.contains) else { return nil }
    return TrackedFile(
      kind: .plan, directory: 0, source: source, vocabulary: vocabulary, outline: outline, readsLinks: false)
  }

  /// Whether `text` may be left out of any plan, below a heading that is not that of the plan or of its metadata, and what is
  /// said of phases stays the same: it has no status, no date, and nothing that may be meant as a phase.
  package static func saysNothing(_ text: [UInt8], vocabulary: StatusVocabulary) -> Bool {
    // A bracket in the heading may be closed on the line below.
    guard text.isBlankLine(at: 0), !ConflictMarkers.hasLine(in: text),
      UTF8Validation.firstInvalid(in: text) == nil
    else { return false }
    let source = SourceText(path: "", bytes: text)
    let outline = MarkdownOutline(source)
    guard outline.isClosed(in: source, headings: { _ in false }) else { return false }
    let scanner = MarkerScanner(text, vocabulary: vocabulary)
    return !hasStatus(source, outline, scanner) && !hasPhase(source, outline, scanner)
  }

  private static func hasStatus(_ source: SourceText, _ outline: MarkdownOutline, _ scanner: MarkerScanner)
    -> Bool
  {
    let blocks = outline.blocks.indices
    var collector = FieldCollector(source, outline)
    let fields = collector.fields(in: blocks, end: source.bytes.count)
    let finder = PhaseFinder(source: source, outline: outline, scanner: scanner, headings: [])
    // The heading is the block before the first one.
    return fields.contains { $0.name == .status || StatusEvent(field: $0.name) != nil }
      || finder.marker(beneath: -1) != nil
      || !PhaseBrackets.timestamps(beneath: -1, of: outline, source).isEmpty
      || !scanner.markers(ofStatusLinesIn: blocks, of: outline, besides: []).isEmpty
  }

  /// Whether a line may be meant as a phase, in a plan that has no other one.
  private static func hasPhase(_ source: SourceText, _ outline: MarkdownOutline, _ scanner: MarkerScanner)
    -> Bool
  {
    var sections = Sections()
    sections.append(outline.blocks.indices)
    let near = NearPhases(
      source: source, outline: outline, scanner: scanner, sections: sections, known: KnownPhases([]), level: 6
    )
    return !near.hidden().isEmpty
  }
}
