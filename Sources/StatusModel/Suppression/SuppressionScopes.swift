import StatusSyntax
import StatusText

/// How far the comments to statuslint in one file reach.
struct SuppressionScopes {
  private let bytes: [UInt8]
  /// Where the headings begin, in order; those in lists and quotes do not begin a section.
  private let headings: [Int]
  /// Where the section of each heading ends.
  private let ends: [Int]
  /// Where the lines end in which `disable-file` may be.
  private let fileLinesEnd: Int

  /// After the last byte, so that what is found at the end of the file is within.
  private var fileEnd: Int { bytes.count + 1 }

  /// The sections of a file with these blocks.
  init(_ bytes: [UInt8], _ outline: MarkdownOutline) {
    self.bytes = bytes
    let blocks = outline.headings.map { outline.blocks[$0] }
    headings = blocks.map { bytes.lineStart(before: $0.range.lower) }
    var ends = Array(repeating: bytes.count + 1, count: blocks.count)
    var open: [Int] = []
    for (index, block) in blocks.enumerated() {
      while let last = open.last, blocks[last].level >= block.level {
        ends[last] = headings[index]
        open.removeLast()
      }
      open.append(index)
    }
    self.ends = ends
    // A comment cannot be in the front matter, or before it.
    let frontMatter = outline.blocks.first.flatMap { $0.kind == .frontMatter ? $0.range.upper : nil } ?? 0
    fileLinesEnd = Self.fileLinesEnd(
      bytes, from: frontMatter > 0 ? bytes.nextLine(after: bytes.lineEnd(from: frontMatter)) : 0)
  }

  /// Those of a file without sections.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    (headings, ends) = ([], [])
    fileLinesEnd = Self.fileLinesEnd(bytes, from: 0)
  }

  private static func fileLinesEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var end = start
    for _ in 0..<SuppressionComment.fileLines { end = bytes.nextLine(after: bytes.lineEnd(from: end)) }
    return end
  }

  /// What a comment at `range` is about.
  func scope(of directive: SuppressionComment.Directive?, _ range: ByteRange) -> ByteRange {
    switch directive {
    case nil: return ByteRange(range.upper, range.upper)
    case .disable, .enable:
      // Before the first heading, the section is the whole file.
      let heading = headings.partitioningIndex { $0 > range.lower } - 1
      return ByteRange(range.upper, heading < 0 ? fileEnd : ends[heading])
    case .disableNextLine:
      let start = bytes.nextLine(after: bytes.lineEnd(from: range.upper))
      let end = bytes.lineEnd(from: start)
      return ByteRange(start, end < bytes.count ? bytes.nextLine(after: end) : fileEnd)
    case .disableFile: return range.lower < fileLinesEnd ? ByteRange(0, fileEnd) : ByteRange(0, 0)
    }
  }
}
