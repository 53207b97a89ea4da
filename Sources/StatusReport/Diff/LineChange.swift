import StatusText

/// A run of lines that is replaced by others.
struct LineChange {
  /// The removed lines, from 0; an empty range is before its line.
  private(set) var old: Range<Int>
  /// The added lines.
  private(set) var new: [ArraySlice<UInt8>]

  /// The line changes that `edits` make in a file, in order and without overlap.
  static func all(of edits: EditSet, in lines: PatchLines) -> [LineChange] {
    var changes: [LineChange] = []
    var first = 0
    while first < edits.edits.count {
      var last = first
      var end = lines.line(at: edits.edits[first].range.upper)
      while last + 1 < edits.edits.count, lines.line(at: edits.edits[last + 1].range.lower) <= end {
        last += 1
        end = lines.line(at: edits.edits[last].range.upper)
      }
      let start = lines.line(at: edits.edits[first].range.lower)
      let change = LineChange(edits.edits[first...last], start..<min(end + 1, lines.count), lines)
      if !change.old.isEmpty || !change.new.isEmpty { changes.append(change) }
      first = last + 1
    }
    return changes
  }

  /// The change by `edits`, which are in the lines `old` and do not join them with the next line.
  private init(_ edits: ArraySlice<TextEdit>, _ old: Range<Int>, _ lines: PatchLines) {
    let range = lines.range(of: old)
    var bytes: [UInt8] = []
    var offset = range.lowerBound
    for edit in edits {
      bytes.append(contentsOf: lines.bytes[offset..<edit.range.lower])
      bytes.append(contentsOf: edit.replacement)
      offset = edit.range.upper
    }
    bytes.append(contentsOf: lines.bytes[offset..<max(offset, range.upperBound)])
    let new = PatchLines(bytes)
    self.old = old
    self.new = (0..<new.count).map { new[$0] }
    trim(lines)
  }

  /// Removes unchanged lines at both ends.
  private mutating func trim(_ lines: PatchLines) {
    let shorter = min(old.count, new.count)
    var same = 0
    while same < shorter, lines[old.lowerBound + same] == new[same] { same += 1 }
    var sameAtEnd = 0
    while sameAtEnd < shorter - same, lines[old.upperBound - 1 - sameAtEnd] == new[new.count - 1 - sameAtEnd]
    {
      sameAtEnd += 1
    }
    old = old.lowerBound + same..<old.upperBound - sameAtEnd
    new = Array(new[same..<new.count - sameAtEnd])
  }
}
