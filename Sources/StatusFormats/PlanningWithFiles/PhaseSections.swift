import StatusClaims
import StatusSyntax
import StatusText

/// The headings of phases in a file, with the statuses below them.
struct PhaseSections {
  /// A heading of a phase.
  struct Phase {
    let heading: PhaseHeading
    let level: UInt8
    /// The text of the heading.
    let text: ByteRange
    /// What comes after the number in it, without a status in brackets: ": Measure".
    let title: String
    /// The statuses in the heading and up to the next one of a phase, in order.
    var statuses: [PhaseStatus]
  }

  private(set) var phases: [Phase] = []
  /// The phase that the section about the current phase names first, with the rest of its line.
  private(set) var current: (heading: PhaseHeading, rest: ByteRange)?
  /// Whether the section of the phase found last goes on.
  private var isInPhase = false
  /// Whether this is the section about the current phase.
  private var isInPointer = false

  /// The headings in `source`.
  init(_ source: SourceText, _ outline: MarkdownOutline) {
    for block in outline.blocks where !outline.isQuoted(block) {
      switch block.kind {
      case .heading where block.parent < 0: begin(block, source)
      case .paragraph:
        for line in source.bytes.lines(in: block.range) { read(line, source) }
      default: break
      }
    }
  }

  private mutating func begin(_ block: MarkdownOutline.Block, _ source: SourceText) {
    isInPointer = Self.pointers.contains(source.text(block.text).lowercased())
    if let heading = PhaseHeading(source.bytes, block.text) {
      isInPhase = true
      let rest = ByteRange(heading.range.upper, block.text.upper)
      let status = Self.bracketed(source, rest)
      let title = ByteRange(rest.lower, status.map { $0.place.location.range.lower - 1 } ?? rest.upper)
      phases.append(
        Phase(
          heading: heading, level: block.level, text: block.text,
          title: source.text(source.bytes.trimmed(title, of: "*_ \t")), statuses: [status].compactMap { $0 }))
    } else if let last = phases.last, block.level <= last.level {
      isInPhase = false
    }
  }

  private mutating func read(_ line: ByteRange, _ source: SourceText) {
    if isInPointer, current == nil { current = Self.pointer(source.bytes, line) }
    guard isInPhase, let field = LineField(source.bytes, line),
      Self.isStatus(source.bytes[field.name.indices]),
      let status = PhaseStatus(source, field.value)
    else { return }
    phases[phases.count - 1].statuses.append(status)
  }

  /// The phase that a line names first. Its title follows where the line begins with it.
  private static func pointer(_ bytes: [UInt8], _ line: ByteRange) -> (PhaseHeading, rest: ByteRange)? {
    if let heading = PhaseHeading(bytes, line) {
      let rest = ByteRange(heading.range.upper, bytes.trimmed(line, of: "*_ \t\r").upper)
      return (heading, isTitle(bytes, rest) ? rest : ByteRange(rest.lower, rest.lower))
    }
    for place in line.indices.dropFirst()
    where PhaseHeading.firsts.contains(bytes[place]) && !ASCII.isAlphanumeric(bytes[place - 1]) {
      if let heading = PhaseHeading(bytes, ByteRange(place, line.upper)), heading.range.lower == place {
        return (heading, ByteRange(heading.range.upper, heading.range.upper))
      }
    }
    return nil
  }

  /// Whether what follows a number is a title: `: Setup`, `** — Setup`, ` (Setup)`.
  private static func isTitle(_ bytes: [UInt8], _ rest: ByteRange) -> Bool {
    var cursor = TextCursor(bytes, rest)
    cursor.skip("*_ \t")
    return cursor.take(":") || cursor.take("：") || cursor.take("(") || cursor.takeDash()
  }

  /// The status in brackets that a heading ends with: `[complete]`.
  private static func bracketed(_ source: SourceText, _ rest: ByteRange) -> PhaseStatus? {
    let bytes = source.bytes
    guard rest.count > 2, bytes[rest.upper - 1] == UInt8(ascii: "]"),
      let open = bytes[rest.indices].lastIndex(of: UInt8(ascii: "["))
    else { return nil }
    let status = PhaseStatus(source, ByteRange(open + 1, rest.upper - 1))
    return status?.reading.word == nil ? nil : status
  }

  private static func isStatus(_ name: ArraySlice<UInt8>) -> Bool {
    let folded = name.map(ASCII.lowercased)
    return statusNames.contains(folded)
  }

  private static let statusNames = ["status", "estado", "状态", "狀態", "الحالة"].map { Array($0.utf8) }
  private static let pointers: Set = [
    "current phase", "fase actual", "当前阶段", "當前階段", "目前階段", "المرحلة الحالية",
  ]
}
