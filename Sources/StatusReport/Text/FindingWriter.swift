import StatusDiagnostics
import StatusText

/// Writes findings for people, each as a block followed by an empty line.
struct FindingWriter {
  /// The output so far.
  private(set) var buffer: ReportBuffer

  private var positions: FindingPositions
  private var paths: ShownPaths
  private var excerpt = SourceExcerpt()
  private let palette: Palette
  private let columns: Int

  /// Lines are also cut without a terminal, because people read logs too.
  private static let defaultColumns = 120
  private static let leastColumns = 24
  /// So many places of a finding are shown besides its own; of a few more, all.
  private static let shownNotes = 5
  private static let mostNotes = 8

  /// A writer of the findings of `result`.
  init(_ result: CheckResult, _ options: ReportOptions) {
    buffer = ReportBuffer(capacity: result.findings.count * 320 + 64)
    positions = FindingPositions(result.files)
    paths = ShownPaths(options.shownPath)
    palette = Palette(color: options.color)
    columns = options.width ?? Self.defaultColumns
  }

  /// Writes one finding.
  mutating func write(_ finding: Finding) {
    let gutter = gutter(of: finding)
    writeHead(finding)
    if let location = finding.location {
      writePlace(location, gutter: gutter, mark: UInt8(ascii: "^"), color: palette.start(finding.severity))
    }
    let shown = shownNotes(of: finding)
    for related in shown {
      buffer.write(palette.bold)
      buffer.write("note")
      buffer.write(palette.end)
      buffer.write(": ")
      buffer.write(shown: related.message)
      buffer.endLine()
      writePlace(related.location, gutter: gutter, mark: UInt8(ascii: "-"), color: palette.frame)
    }
    let rest = finding.related.count - shown.count
    if rest > 0 { writeAdvice("note", "\(rest) more places are in --format json", gutter: gutter) }
    writeHelp(finding, gutter: gutter)
    buffer.endLine()
  }

  /// Writes a line for each fixed finding, followed by an empty line.
  mutating func write(fixed: [FixedFinding]) {
    for fixed in fixed {
      buffer.write(palette.fixed)
      buffer.write("fixed[")
      buffer.write(shown: fixed.finding.rule)
      buffer.write("]")
      buffer.write(palette.end)
      buffer.write(": ")
      let path = fixed.finding.location.map { paths.shown($0.path) }
      FindingLine(fixed.finding, path: path, position: fixed.start).writePlace(to: &buffer)
      buffer.write(shown: fixed.finding.message)
      buffer.endLine()
    }
    if !fixed.isEmpty { buffer.endLine() }
  }

  /// Writes a line for each suppressed finding, followed by an empty line.
  mutating func write(suppressed: [(finding: Finding, reason: String?)]) {
    for (finding, reason) in suppressed {
      buffer.write(palette.frame)
      buffer.write("suppressed[")
      buffer.write(shown: finding.rule)
      buffer.write("]")
      buffer.write(palette.end)
      buffer.write(": ")
      let position = finding.location.map { positions.start(of: $0) }
      FindingLine(finding, path: finding.location.map { paths.shown($0.path) }, position: position)
        .writePlace(to: &buffer)
      buffer.write(shown: finding.message)
      if let reason {
        buffer.write(" (")
        buffer.write(shown: reason)
        buffer.write(")")
      }
      buffer.endLine()
    }
    if !suppressed.isEmpty { buffer.endLine() }
  }

  /// Writes a line for each finding of the baseline that is gone, followed by an empty line.
  mutating func write(stale: [Baseline.Entry]) {
    for entry in stale {
      buffer.write(palette.frame)
      buffer.write("stale[")
      buffer.write(shown: entry.rule)
      buffer.write("]")
      buffer.write(palette.end)
      buffer.write(": ")
      StaleLine(entry, path: paths.shown(entry.path)).write(to: &buffer)
      buffer.endLine()
    }
    if !stale.isEmpty { buffer.endLine() }
  }

  /// Writes a line for each tree: by which profile it was judged, and why.
  mutating func write(_ trees: [CheckedTree]) {
    for tree in trees {
      if trees.count > 1 {
        buffer.write(shown: paths.shown(tree.root))
        buffer.write(": ")
      }
      buffer.write(tree.isOtherFormat ? "format " : "profile ")
      buffer.write(shown: tree.profile)
      buffer.write(": ")
      buffer.write(shown: tree.profileReason)
      buffer.endLine()
    }
  }

  /// Writes the last line: the counts, and what they were counted in.
  mutating func write(_ summary: ReportSummary, _ time: ElapsedTime) {
    let files = Counted(summary.files, "file")
    buffer.write(safe: "\(summary.phrase) (\(files), \(time.phrase))")
    buffer.endLine()
  }

  private mutating func writeHead(_ finding: Finding) {
    buffer.write(palette.start(finding.severity))
    buffer.write(safe: finding.severity.name)
    buffer.write("[")
    buffer.write(shown: finding.rule)
    buffer.write("]")
    buffer.write(palette.end)
    buffer.write(": ")
    buffer.write(palette.bold)
    buffer.write(shown: finding.message)
    buffer.write(palette.end)
    buffer.endLine()
  }

  private mutating func writeHelp(_ finding: Finding, gutter: Int) {
    if let help = finding.help { writeAdvice("help", help, gutter: gutter) }
    if let fix = finding.fix {
      let options = fix.applicability == .safe ? "--fix" : "--fix --unsafe-fixes"
      writeAdvice("fix", "\(fix.description) (\(options))", gutter: gutter)
    }
  }

  private mutating func writeAdvice(_ title: StaticString, _ text: String, gutter: Int) {
    buffer.write(ASCII.space, times: gutter + 1)
    buffer.write(palette.frame)
    buffer.write("=")
    buffer.write(palette.end)
    buffer.write(" ")
    buffer.write(title)
    buffer.write(": ")
    buffer.write(shown: text)
    buffer.endLine()
  }

  /// The other places that are shown: a screen of open boxes would bury the finding.
  private func shownNotes(of finding: Finding) -> ArraySlice<RelatedLocation> {
    finding.related.prefix(finding.related.count > Self.mostNotes ? Self.shownNotes : Self.mostNotes)
  }

  /// The number of columns of the widest line number that is shown of the finding.
  private mutating func gutter(of finding: Finding) -> Int {
    var line = finding.location.map { positions.start(of: $0).line } ?? 1
    for related in shownNotes(of: finding) { line = max(line, positions.start(of: related.location).line) }
    return String(line).utf8.count
  }

  private mutating func writePlace(_ location: Location, gutter: Int, mark: UInt8, color: StaticString) {
    let start = positions.start(of: location)
    buffer.write(ASCII.space, times: gutter)
    buffer.write(palette.frame)
    buffer.write("-->")
    buffer.write(palette.end)
    buffer.write(" ")
    buffer.write(shown: paths.shown(location.path))
    buffer.write(":")
    buffer.write(start.line)
    buffer.write(":")
    buffer.write(start.column)
    buffer.endLine()
    guard let lines = positions.lines(of: location.path), !lines.bytes.isEmpty else { return }
    let lastLine = lines.line(at: max(location.range.lower, location.range.upper - 1))
    let line = lines.range(ofLine: start.line)
    let room = max(Self.leastColumns, columns - gutter - 3)
    excerpt.cut(lines.bytes, line: line, around: location.range, columns: room)
    writeExcerpt(line: start.line, gutter: gutter, mark: mark, color: color, lastLine: lastLine)
  }

  private mutating func writeExcerpt(
    line: Int, gutter: Int, mark: UInt8, color: StaticString, lastLine: Int
  ) {
    writeBar(nil, gutter: gutter)
    buffer.endLine()
    writeBar(line, gutter: gutter)
    if !excerpt.text.isEmpty {
      buffer.write(" ")
      buffer.write(bytes: excerpt.text)
    }
    buffer.endLine()
    writeBar(nil, gutter: gutter)
    buffer.write(ASCII.space, times: excerpt.markStart + 1)
    buffer.write(color)
    buffer.write(mark, times: excerpt.markCount)
    if lastLine > line {
      buffer.write(" to line ")
      buffer.write(lastLine)
    }
    buffer.write(palette.end)
    buffer.endLine()
  }

  /// Writes the line number, or blanks, and the bar.
  private mutating func writeBar(_ line: Int?, gutter: Int) {
    let number = line.map(String.init) ?? ""
    buffer.write(palette.frame)
    buffer.write(ASCII.space, times: gutter - number.utf8.count)
    buffer.write(safe: number)
    buffer.write(" |")
    buffer.write(palette.end)
  }
}
