import StatusClaims
import StatusSyntax
import StatusText

/// An entry of `tracks.md`: a box, a title, and a link to the directory of the track.
struct TrackEntry {
  /// The box with its brackets.
  let mark: PlacedText
  /// The title.
  let title: String
  /// The destination of its link; nil without one.
  let link: PlacedText?

  /// How far the track is; nil if its mark does not say.
  var stage: Vocabulary.Stage? { Self.stages[correction ?? mark.text] }

  /// The mark as it should be written; nil if it is, or if that cannot be told.
  var correction: String? {
    if Self.stages[mark.text] != nil { return nil }
    let sign = mark.text.dropFirst().dropLast().filter { $0 != " " }
    let written = sign.isEmpty ? "[ ]" : "[\(sign)]"
    return Self.stages[written] != nil ? written : nil
  }

  /// The status as `metadata.json` has it; nil if the mark does not say.
  var word: String? { stage.flatMap { stage in Conductor.statuses.words.first { $0.stage == stage }?.text } }

  /// The mark for a status of `metadata.json`.
  static func mark(for word: String) -> String {
    switch Conductor.statuses.word(word)?.stage {
    case .active: "[~]"
    case .done, .closed: "[x]"
    case .open, nil: "[ ]"
    }
  }

  private static let stages: [String: Vocabulary.Stage] = [
    "[ ]": .open, "[~]": .active, "[x]": .done, "[X]": .done,
  ]

  /// The entries of `file`: headings and items of lists that begin with a box and "Track:".
  static func all(in file: PlanFile) -> [TrackEntry] {
    guard let outline = file.outline else { return [] }
    var found: [(start: Int, entry: Beginning)] = []
    // Where the text of an entry ends: at the next one, or at a heading. A line above a rule of dashes, which is one to
    // CommonMark, is text of the entry.
    var ends: [Int] = []
    for (index, block) in outline.blocks.enumerated() where !outline.isQuoted(block) {
      let text: ByteRange
      switch block.kind {
      case .heading: text = block.text
      case .paragraph where index > 0 && Int(block.parent) == index - 1: text = block.range
      default: continue
      }
      let entry = Beginning(file.source, text)
      if let entry { found.append((block.range.lower, entry)) }
      let isHeading = block.kind == .heading && file.source.bytes[block.range.lower] == UInt8(ascii: "#")
      if entry != nil || isHeading { ends.append(block.range.lower) }
    }
    return found.map { start, entry in
      let end = ends.partitioningIndex { $0 > start }
      let rest = ByteRange(entry.line.upper, end < ends.count ? ends[end] : file.source.bytes.count)
      // What the entry itself links may be about it, and is the track only if nothing else is linked.
      let link = link(file.source, rest) ?? link(file.source, entry.line)
      return TrackEntry(mark: entry.mark, title: entry.title, link: link)
    }
  }

  /// A box, "Track:", and the title.
  private struct Beginning {
    let mark: PlacedText
    let title: String
    let line: ByteRange

    init?(_ source: SourceText, _ text: ByteRange) {
      let bytes = source.bytes
      let line = ByteRange(text.lower, bytes.lineEnd(from: text.lower, to: text.upper))
      let limit = min(line.upper, line.lower + 8)
      guard line.lower < limit, bytes[line.lower] == UInt8(ascii: "["),
        let close = bytes[line.lower..<limit].firstIndex(of: UInt8(ascii: "]"))
      else { return nil }
      let rest = bytes.trimmed(ByteRange(close + 1, line.upper), of: "*_~ \t")
      guard ASCII.begins(bytes, at: rest.lower, before: rest.upper, with: "track"),
        let field = LineField(bytes, rest), field.name.count == "track".utf8.count
      else { return nil }
      mark = PlacedText(source, ByteRange(line.lower, close + 1))
      // In bold, the title ends where that does.
      let end = bytes[field.value.indices].index(ofText: "**") ?? field.value.upper
      title = source.text(ByteRange(field.value.lower, end))
      self.line = line
    }
  }

  /// The destination of the first link in `range` that stays in the repository.
  private static func link(_ source: SourceText, _ range: ByteRange) -> PlacedText? {
    let bytes = source.bytes
    for line in bytes.lines(in: range) {
      var place = line.lower
      while place + 1 < line.upper {
        if bytes[place] == UInt8(ascii: "]"), bytes[place + 1] == UInt8(ascii: "(") {
          let start = place + 2
          let end = bytes[start..<line.upper].firstIndex { ASCII.isOne($0, of: ") \t") } ?? line.upper
          let target = PlacedText(source, bytes.trimmed(ByteRange(start, end), of: "<>"))
          if !target.text.isEmpty, !target.text.contains(text: "://"), !target.text.hasPrefix("#") {
            return target
          }
        }
        place += 1
      }
    }
    return nil
  }
}
