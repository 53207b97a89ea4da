import StatusSyntax
import StatusText

/// Whether a phase says why it is blocked or abandoned.
struct PhaseReason {
  let source: SourceText
  let outline: MarkdownOutline

  /// A reason is in a field, after the marker in the heading or in a Status field, or in brackets below the
  /// heading: `(Blocking Reason: no license)`, or under a label on a line before `end`, a byte offset. `markers` are
  /// the phase's own and those of its Status fields.
  func isGiven(_ status: Status, heading: Int, end: Int, markers: [Marker], fields: [Field]) -> Bool {
    let text = outline.blocks[heading].text
    let body = ByteRange(text.upper, max(end, text.upper))
    return StatedReason.isGiven(for: status, fields: fields, markers: markers, body: body, in: source)
      || markers.contains {
        $0.place == .heading && StatedReason.says(ByteRange($0.range.upper, text.upper), in: source)
          || $0.place == .line && StatedReason.says(restOfLine($0.range.upper), in: source)
      }
      || isBeneath(heading)
  }

  private func restOfLine(_ offset: Int) -> ByteRange {
    let end = source.bytes.lineEnd(from: offset)
    return ByteRange(offset, end)
  }

  /// `Reason:` and something after it in the paragraph below the heading.
  private func isBeneath(_ heading: Int) -> Bool {
    guard heading + 1 < outline.blocks.count else { return false }
    let below = outline.blocks[heading + 1]
    guard below.kind == .paragraph, below.parent < 0 else { return false }
    let word = Array("reason:".utf8)
    let bytes = source.bytes
    guard below.range.count > word.count else { return false }
    for start in below.range.lower..<(below.range.upper - word.count)
    where word.indices.allSatisfy({ ASCII.lowercased(bytes[start + $0]) == word[$0] }) {
      let end = bytes.lineEnd(from: start, to: below.range.upper)
      return StatedReason.says(ByteRange(start + word.count, end), in: source)
    }
    return false
  }
}
