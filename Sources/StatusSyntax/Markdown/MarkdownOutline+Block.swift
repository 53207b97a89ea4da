import StatusText

extension MarkdownOutline {
  /// One block: its kind, its lines, and where its parts lie in the file. 48 bytes, none of them on the heap.
  package struct Block: Hashable, Sendable {
    /// What a block is.
    package enum Kind: UInt8, Sendable {
      /// Lines between `---` and `---` or `...` at the very beginning of the file; not CommonMark.
      case frontMatter
      /// An ATX or a setext heading.
      case heading
      /// A paragraph that is not a table.
      case paragraph
      /// Fenced or indented code.
      case code
      /// One of the seven kinds of HTML block, comments among them.
      case html
      /// A container of lines that begin with `>`.
      case blockQuote
      /// One item of a bullet or ordered list; the list itself is not a block.
      case listItem
      /// A line of `***`, `---` or `___`.
      case thematicBreak
      /// A paragraph whose second line is a delimiter row with as many cells as its first (GFM 4.10).
      case table
      /// A line `**Name**: value` of a paragraph; not CommonMark.
      case field
    }

    /// What the block is.
    package var kind: Kind
    /// 1 to 6 for a heading, otherwise 0.
    package var level: UInt8 = 0
    /// Code between fences, as against indented code.
    package var isFenced = false
    /// A fence, or an HTML block that needs an end, that is still open where its container or the file ends.
    package var isUnclosed = false
    /// The index in `blocks` of the block quote or list item around the block, or -1.
    ///
    /// For a field: the innermost container whose prefix its line has, so that a lazy continuation line at
    /// the left margin belongs to no list item.
    package var parent: Int32 = -1
    /// The first line, from 1.
    package var startLine: UInt32
    /// The last line, from 1, never before the first.
    ///
    /// As in cmark, the blank lines after a list item and after indented code count as theirs when what
    /// follows ends them. Where cmark is off by one (the underline of a setext heading, a fence cut short by
    /// the end of its container, an HTML block whose end condition is met), this is the right line.
    package var endLine: UInt32
    /// From the first byte of the block on its first line, after the markers of its containers, to the end
    /// of the last line that is not blank, without the line end. A list item begins with its marker.
    package var range: ByteRange
    /// Heading: the text without its marks and the blanks around it. Code: the info string. Field: its name.
    package var text = ByteRange.zero
    /// Field: what follows the colon on the same line, without the blanks around it.
    package var value = ByteRange.zero
    /// List item: the marker (`-`, `12.`), for whoever adds an item in the style of its neighbours.
    package var marker = ByteRange.zero

    /// Whether the block holds lines of text itself: neither a container nor a part of a paragraph.
    package var isLeaf: Bool { kind != .blockQuote && kind != .listItem && kind != .field }
  }
}
