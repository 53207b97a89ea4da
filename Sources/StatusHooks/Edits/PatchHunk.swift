import StatusText

/// Lines of a file with what replaces them, as a patch in the form of `apply_patch` has them: without line numbers.
package struct PatchHunk: Sendable, Equatable {
  /// A line that the hunk comes after; nil if the patch names none.
  package let anchor: [UInt8]?
  /// The lines that are replaced, with those around them.
  package let old: [[UInt8]]
  /// What comes in their place.
  package let new: [[UInt8]]

  /// The hunk that takes this one back.
  var reversed: PatchHunk { PatchHunk(anchor: anchor, old: new, new: old) }

  /// `bytes` with each hunk applied after those before it; nil if the lines of one are not there. Like the tool, it first
  /// looks for the very lines, then for lines that differ in the blanks around them.
  static func apply(_ hunks: [PatchHunk], to bytes: [UInt8]) -> [UInt8]? {
    apply(hunks, to: bytes) { Array($0) } ?? apply(hunks, to: bytes, comparing: trimmed)
  }

  private static func apply(
    _ hunks: [PatchHunk], to bytes: [UInt8], comparing form: (ArraySlice<UInt8>) -> [UInt8]
  ) -> [UInt8]? {
    var lines = bytes.split(separator: ASCII.lineFeed, omittingEmptySubsequences: false)
    let endsInLineFeed = lines.last?.isEmpty ?? false
    if endsInLineFeed { lines.removeLast() }
    let forms = lines.map(form)
    var result: [[UInt8]] = []
    var next = 0
    for hunk in hunks {
      var start = next
      if let anchor = hunk.anchor {
        let wanted = form(anchor[...])
        guard let found = forms[start...].firstIndex(of: wanted) else { return nil }
        start = found + 1
      }
      if hunk.old.isEmpty {
        start = hunk.anchor == nil ? forms.count : start
      } else {
        let search = PatternSearch(hunk.old.map { form($0[...]) })
        guard let found = search.places(in: forms[start...], limit: 1).first else { return nil }
        start = found
      }
      result += lines[next..<start].map { Array($0) } + hunk.new
      next = start + hunk.old.count
    }
    result += lines[next...].map { Array($0) }
    return Array(result.joined(separator: [ASCII.lineFeed])) + (endsInLineFeed ? [ASCII.lineFeed] : [])
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> [UInt8] {
    guard let first = line.firstIndex(where: { !ASCII.isWhitespace($0) }),
      let last = line.lastIndex(where: { !ASCII.isWhitespace($0) })
    else { return [] }
    return Array(line[first...last])
  }
}
