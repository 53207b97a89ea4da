import StatusText

extension MarkdownOutline {
  /// One block: its kind, its lines, and the ranges of its parts. 48 bytes, without heap allocations.
  package struct Block: Hashable, Sendable {
    /// The kind of a block.
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
    /// Whether code is fenced and not indented.
    package var isFenced = false
    /// A fence, or an HTML block that needs an end, that does not end before its container or the file.
    package var isUnclosed = false
    /// The index in `blocks` of the block quote or list item around the block, or -1.
    ///
    /// For a field, it is the innermost container whose prefix its line has. A lazy continuation line at the
    /// left margin therefore belongs to no list item.
    package var parent: Int32 = -1
    /// The first line, from 1.
    package var startLine: UInt32
    /// The last line, from 1, never before the first.
    ///
    /// As in cmark, blank lines after a list item or indented code belong to it if a later block ends it.
    /// Where cmark is off by one (the underline of a setext heading, a fence cut short by the end of its
    /// container, an HTML block whose end condition is met), this is the correct line.
    package var endLine: UInt32
    /// From the first byte of the block on its first line, after the markers of its containers, to the end of
    /// the last line that is not blank, without the line ending. A list item begins with its marker.
    package var range: ByteRange
    /// Heading: the text without its marks and the blanks around it. Code: the info string. Field: its name.
    package var text = ByteRange.zero
    /// Field: the text after the colon on the same line, without blanks around it.
    package var value = ByteRange.zero
    /// List item: the marker (`-`, `12.`), for adding an item in the same style.
    package var marker = ByteRange.zero

    /// Whether the block itself contains lines of text: not a container and not part of a paragraph.
    package var isLeaf: Bool { kind != .blockQuote && kind != .listItem && kind != .field }
  }
}
