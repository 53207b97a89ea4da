import StatusText

/// The edits of one file as a patch that `git apply` and patch(1) take: the unified format of POSIX diff -u, under git's
/// header.
///
/// The lines are known from the edits, so that nothing has to be compared but what the edits touch. A line ends at LF
/// alone, as for git and patch; a CR before it belongs to the line.
package struct UnifiedDiff {
  /// How a patch is written.
  package enum Style: Sendable {
    /// Byte for byte, for programs.
    case exact
    /// For a terminal: nothing in the text can command it.
    case shown(colour: Bool)
  }

  private let lines: PatchLines
  private let changes: [LineChange]
  private let style: Style
  private let isNew: Bool
  private let palette: Palette

  /// Lines around a change that are shown unchanged.
  private static let context = 3

  /// The patch that makes `edits` in `original`; empty where they change nothing. `name` is the file's path from the
  /// repository root, in the bytes that the system knows it by. Without an `original` the file is made.
  package static func render(
    name: [UInt8], original: [UInt8]?, edits: EditSet, style: Style = .exact
  ) -> [UInt8] {
    let diff = UnifiedDiff(original, edits, style)
    guard !diff.changes.isEmpty else { return [] }
    var buffer = ReportBuffer(capacity: 256)
    diff.writeHeader(name, to: &buffer)
    diff.writeHunks(to: &buffer)
    return buffer.bytes
  }

  private init(_ original: [UInt8]?, _ edits: EditSet, _ style: Style) {
    let lines = PatchLines(original ?? [])
    isNew = original == nil
    self.lines = lines
    changes = LineChange.all(of: edits, in: lines)
    self.style = style
    if case .shown(let colour) = style {
      palette = Palette(colour: colour)
    } else {
      palette = Palette(colour: false)
    }
  }

  private func writeHeader(_ name: [UInt8], to buffer: inout ReportBuffer) {
    let old = PatchName.quoted(Array("a/".utf8) + name)
    let new = PatchName.quoted(Array("b/".utf8) + name)
    // A name with a space would otherwise be taken to end at it.
    let end: StaticString = name.contains(ASCII.space) ? "\t" : ""
    buffer.write(palette.bold)
    buffer.write(safe: "diff --git \(old) \(new)\n")
    if isNew {
      buffer.write(safe: "new file mode 100644\n--- /dev/null")
    } else {
      buffer.write(safe: "--- \(old)")
      buffer.write(end)
    }
    buffer.write(safe: "\n+++ \(new)")
    buffer.write(end)
    buffer.write(palette.end)
    buffer.endLine()
  }

  private func writeHunks(to buffer: inout ReportBuffer) {
    var shift = 0
    var first = 0
    while first < changes.count {
      var last = first
      while last + 1 < changes.count,
        changes[last + 1].old.lowerBound - changes[last].old.upperBound <= 2 * Self.context
      {
        last += 1
      }
      write(changes[first...last], shift: &shift, to: &buffer)
      first = last + 1
    }
  }

  /// Writes a hunk; `shift` is how much further down than in the old file its lines stand in the new one.
  private func write(_ changes: ArraySlice<LineChange>, shift: inout Int, to buffer: inout ReportBuffer) {
    guard let first = changes.first, let last = changes.last else { return }
    let start = max(0, first.old.lowerBound - Self.context)
    let end = min(lines.count, last.old.upperBound + Self.context)
    let growth = changes.reduce(0) { $0 + $1.new.count - $1.old.count }
    buffer.write(palette.frame)
    let old = Self.place(start, end - start)
    let new = Self.place(start + shift, end - start + growth)
    buffer.write(safe: "@@ -\(old) +\(new) @@")
    buffer.write(palette.end)
    buffer.endLine()
    shift += growth
    var next = start
    for change in changes {
      for line in next..<change.old.lowerBound { write(lines[line], " ", "", to: &buffer) }
      for line in change.old { write(lines[line], "-", palette.removed, to: &buffer) }
      for line in change.new { write(line, "+", palette.added, to: &buffer) }
      next = change.old.upperBound
    }
    for line in next..<end { write(lines[line], " ", "", to: &buffer) }
  }

  /// A place in a hunk's head: the first line, from 1, and how many; of no lines, the one before.
  private static func place(_ start: Int, _ count: Int) -> String {
    count == 1 ? "\(start + 1)" : "\(count == 0 ? start : start + 1),\(count)"
  }

  private func write(
    _ line: ArraySlice<UInt8>, _ mark: StaticString, _ colour: StaticString, to buffer: inout ReportBuffer
  ) {
    let isEnded = line.last == ASCII.lineFeed
    let content = isEnded ? line.dropLast() : line
    buffer.write(colour)
    buffer.write(mark)
    switch style {
    case .exact: buffer.write(bytes: content)
    case .shown:
      for (index, part) in content.split(separator: ASCII.tab, omittingEmptySubsequences: false).enumerated()
      {
        if index > 0 { buffer.write("\t") }
        buffer.write(safe: DisplayText.escaped(part))
      }
    }
    if colour.utf8CodeUnitCount > 0 { buffer.write(palette.end) }
    buffer.endLine()
    if !isEnded { buffer.write("\\ No newline at end of file\n") }
  }
}
