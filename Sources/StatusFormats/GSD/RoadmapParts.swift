import StatusClaims
import StatusText

/// The headings and collapsed parts around a line of a roadmap.
struct RoadmapParts {
  private struct Part {
    let id: Int
    /// The level of a heading; nil for a collapsed part.
    let level: Int?
    var labels: [MilestoneLabel] = []
    var isClosed = false
  }

  private var open: [Part] = []
  private var count = 0
  /// A summary that has just been read.
  var newSummary: ByteRange?
  /// Whether a collapsed part has just ended.
  var hasLeft = false

  /// Where a line is.
  var scope: Roadmap.Scope {
    let details = open.last { $0.level == nil && !$0.labels.isEmpty }
    let heading = open.last { $0.level ?? 0 >= 2 && !$0.labels.isEmpty }
    return Roadmap.Scope(
      id: open.last?.id ?? 0, labels: details?.labels ?? heading?.labels ?? [],
      isClosed: open.contains { $0.isClosed })
  }

  /// Ends the headings of `level` and below.
  mutating func leave(_ level: Int) {
    while let last = open.last, let own = last.level, own >= level { open.removeLast() }
  }

  /// Begins the part of a heading.
  mutating func enter(_ heading: GSDHeading, _ source: SourceText) {
    leave(heading.level)
    count += 1
    open.append(
      Part(
        id: count, level: heading.level, labels: Self.labels(source, heading.text),
        isClosed: heading.level >= 2 && Self.isClosed(source, heading.text)))
  }

  /// Reads the tags of collapsed parts in `line`; whether there were any.
  mutating func readDetails(_ source: SourceText, _ line: ByteRange) -> Bool {
    var cursor = TextCursor(source.bytes, line)
    var isFound = false
    while true {
      cursor.place = source.bytes.offset(of: UInt8(ascii: "<"), from: cursor.place, to: line.upper)
      if cursor.isAtEnd { return isFound }
      if cursor.take("<details") {
        isFound = true
        // Deeper nesting is not of any use.
        guard open.count < 64 else { continue }
        count += 1
        open.append(Part(id: count, level: nil))
      } else if cursor.take("</details") {
        isFound = true
        leaveDetails()
      } else if cursor.take("<summary>") {
        isFound = true
        readSummary(source, &cursor)
      } else {
        cursor.place += 1
      }
    }
  }

  private mutating func leaveDetails() {
    guard let last = open.lastIndex(where: { $0.level == nil }) else { return }
    open.removeSubrange(last...)
    hasLeft = true
  }

  private mutating func readSummary(_ source: SourceText, _ cursor: inout TextCursor) {
    let start = cursor.place
    while !cursor.isAtEnd,
      !ASCII.begins(source.bytes, at: cursor.place, before: cursor.end, with: "</summary")
    {
      cursor.place += 1
    }
    let text = source.trimmed(ByteRange(start, cursor.place))
    newSummary = text
    guard let last = open.lastIndex(where: { $0.level == nil }) else { return }
    if open[last].labels.isEmpty { open[last].labels = Self.labels(source, text) }
    open[last].isClosed = open[last].isClosed || Self.isClosed(source, text)
  }

  /// The first labels in a title.
  private static func labels(_ source: SourceText, _ range: ByteRange) -> [MilestoneLabel] {
    Array(MilestoneLabel.all(in: source, range).prefix(8))
  }

  /// Whether a title says that what is below it is history.
  static func isClosed(_ source: SourceText, _ range: ByteRange) -> Bool {
    source.text(range).contains(text: "✅")
      || MilestoneMention.hasWord(source, range, ["shipped", "closed", "archived", "parked", "retained"])
  }
}
