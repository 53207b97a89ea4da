import StatusText

/// The edits of one file as a patch for `git apply` and patch(1): the unified format of POSIX diff -u with a
/// git header.
///
/// The edits determine the lines, so that only the text that they touch is compared. A line ends only at LF,
/// as in git and patch; a CR before it belongs to the line.
package struct UnifiedDiff {
  /// How a patch is written.
  package enum Style: Sendable {
    /// Byte for byte, for programs.
    case exact
    /// For a terminal: escaped, so that the text cannot control it.
    case shown(color: Bool)
  }

  private let lines: PatchLines
  private let changes: [LineChange]
  private let style: Style
  private let isNew: Bool
  private let palette: Palette

  /// The number of unchanged lines shown around a change.
  private static let context = 3

  /// The patch that makes `edits` in `original`; empty if they change nothing. `name` is the path of the file
  /// relative to the repository root, in bytes. Without an `original` the file is new.
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
    if case .shown(let color) = style {
      palette = Palette(color: color)
    } else {
      palette = Palette(color: false)
    }
  }

  private func writeHeader(_ name: [UInt8], to buffer: inout ReportBuffer) {
    let old = PatchName.quoted(Array("a/".utf8) + name)
    let new = PatchName.quoted(Array("b/".utf8) + name)
    // A name with a space would otherwise end at the space.
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

  /// Writes a hunk. `shift` is the number of lines by which the new file is ahead of the old one.
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

  /// A range in the header of a hunk: the first line, from 1, and the number of lines; for no lines, the line
  /// before.
  private static func place(_ start: Int, _ count: Int) -> String {
    count == 1 ? "\(start + 1)" : "\(count == 0 ? start : start + 1),\(count)"
  }

  private func write(
    _ line: ArraySlice<UInt8>, _ mark: StaticString, _ color: StaticString, to buffer: inout ReportBuffer
  ) {
    let isEnded = line.last == ASCII.lineFeed
    let content = isEnded ? line.dropLast() : line
    buffer.write(color)
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
    if color.utf8CodeUnitCount > 0 { buffer.write(palette.end) }
    buffer.endLine()
    if !isEnded { buffer.write("\\ No newline at end of file\n") }
  }
}
