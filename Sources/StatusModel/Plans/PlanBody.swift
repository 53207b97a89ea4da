import StatusSyntax
import StatusText

/// The lines between a heading of a plan and the next one.
package enum PlanBody {
  /// A phase that no plan has, in its section: whatever may be read as a phase anywhere is read as one below it.
  private static let phase = Array(
    "## Implementation Phases\n\n### Phase \(number): Any [NOT STARTED]\n".utf8)
  private static let number = "9876"

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
    guard text.isBlankLine(at: 0), !text.contains(text: number), !ConflictMarkers.hasLine(in: text),
      UTF8Validation.firstInvalid(in: text) == nil
    else { return false }
    let source = SourceText(path: "", bytes: phase + text)
    let outline = MarkdownOutline(source)
    guard outline.isClosed(in: source, headings: { $0.range.lower < phase.count }) else { return false }
    let plan = PlanParser(source, outline, vocabulary: vocabulary).parse()
    guard plan.unreadablePhases.isEmpty, plan.phases.count == 1, let phase = plan.phases.first else {
      return false
    }
    return phase.markers.count == 1 && phase.looseMarker == nil && phase.timestamps.isEmpty
  }
}
