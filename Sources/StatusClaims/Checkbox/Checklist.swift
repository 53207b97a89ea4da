import StatusDiagnostics
import StatusSyntax
import StatusText

/// The tasks of a Markdown file: list items that begin with a box, and the headings above them.
package struct Checklist: Sendable {
  /// A task.
  package struct Box: Sendable {
    /// Why an open box is not work that is missing.
    package struct Flags: OptionSet, Sendable {
      /// A bit for each reason.
      package let rawValue: UInt8

      /// The reasons with these bits.
      package init(rawValue: UInt8) { self.rawValue = rawValue }
      /// `*` after the box or the id.
      package static let optional = Flags(rawValue: 1)
      /// Given up, in its own words.
      package static let dropped = Flags(rawValue: 2)
      /// Below a heading that sets it aside.
      package static let aside = Flags(rawValue: 4)
      /// A copy of a task that is ticked elsewhere in the file.
      package static let twin = Flags(rawValue: 8)
      /// What is done after everything else, such as archiving the plan itself.
      package static let chore = Flags(rawValue: 16)
    }

    /// The box with its brackets.
    package let range: ByteRange
    /// What its mark means.
    package let state: CheckboxDialect.State
    /// The box as it should be written; nil if it is, or if that cannot be told.
    package let correction: UInt8?
    /// The same with its brackets: "[x]" of `[x ]`.
    package var meant: String? { correction.map { String(decoding: [0x5B, $0, 0x5D], as: UTF8.self) } }
    /// Whether the mark is another sign for a tick.
    package let looksTicked: Bool
    /// The list mark before it: `-`, `*`, `+`, or `.` for a number.
    package let bullet: UInt8
    /// The id in its normal form; nil without one.
    package let id: String?
    /// The text after the box and the id, up to the end of the paragraph or the next box in it.
    package let title: ByteRange
    /// What else belongs to it, up to the next box.
    package internal(set) var details: ByteRange
    /// The number of the innermost heading above it.
    package let heading: Int?
    /// The number of the box that it is a part of.
    package internal(set) var parent: Int?
    /// Why it need not be done.
    package internal(set) var flags: Flags = []
    /// Whether all parts of it that must be done are, and there are such.
    package internal(set) var isDoneByParts = false

    /// Whether a part of it is work that is missing.
    package internal(set) var hasMissingParts = false

    /// Whether it is ticked.
    package var isDone: Bool { state == .done }
    /// Whether it is not ticked, not even with another sign, and nothing says that it need not be.
    package var isOwed: Bool { !isDone && !looksTicked && flags.isEmpty }
    /// Whether it is work that is missing: what is owed, but for a parent all of whose parts are done.
    package var isMissing: Bool { isOwed && !isDoneByParts }
  }

  /// A heading outside of lists and quotes.
  package struct Heading: Sendable {
    /// The level, from 1.
    package let level: Int
    /// The text without its marks.
    package let text: ByteRange
    /// The number of the first box after it.
    package let firstBox: Int
    /// The number of the first box after its section, with the sections in it.
    package internal(set) var endBox: Int
    /// Whether it sets aside what is below it, or a heading above it does.
    package let isAside: Bool

    /// The numbers of the boxes in its section.
    package var boxes: Range<Int> { firstBox..<max(firstBox, endBox) }
  }

  /// The file.
  package let source: SourceText
  /// The tasks, in order.
  package internal(set) var boxes: [Box]
  /// The headings, in order.
  package let headings: [Heading]
  /// The fences that never end and hide boxes, with the number of these.
  package let openFences: [(fence: ByteRange, hidden: Int)]

  /// The tasks of a file with these blocks.
  package init(_ source: SourceText, _ outline: MarkdownOutline, _ dialect: CheckboxDialect) {
    var reader = ChecklistReader(source, outline, dialect)
    self = reader.read()
  }

  init(source: SourceText, boxes: [Box], headings: [Heading], openFences: [(fence: ByteRange, hidden: Int)]) {
    self.source = source
    self.boxes = boxes
    self.headings = headings
    self.openFences = openFences
  }

  /// Whether every box can be seen, so that "all ticked" can be said.
  package var isComplete: Bool { openFences.isEmpty }

  /// The heading with this text; nil if it is in a list or quote.
  package func heading(_ text: ByteRange) -> Heading? {
    let index = headings.partitioningIndex { $0.text.lower >= text.lower }
    return index < headings.count && headings[index].text == text ? headings[index] : nil
  }

  /// The boxes in the sections whose heading begins with `title`, which is in lower case.
  package func boxes(below title: StaticString) -> [Box] {
    var found: [Box] = []
    for heading in headings
    where ASCII.begins(source.bytes, at: heading.text.lower, before: heading.text.upper, with: title) {
      found += boxes[heading.boxes]
    }
    return found
  }

  /// Whether the line of a box begins with a blank.
  package func isIndented(_ box: Box) -> Bool {
    ASCII.isBlank(source.bytes[source.bytes.lineStart(before: box.range.lower)])
  }

  /// The numbers of the boxes that are missing work.
  package var missing: [Int] { boxes.indices.filter { boxes[$0].isMissing } }

  /// Whether there is work, and all of it is ticked or was given up.
  package var isDone: Bool {
    isComplete && boxes.contains { $0.isDone }
      && boxes.allSatisfy { !$0.isMissing && !$0.looksTicked && ($0.isDone || !$0.flags.contains(.chore)) }
  }

  /// A box as it is written: `[ ]`.
  package func text(_ box: Box) -> String { source.text(box.range) }

  /// The place of a box.
  package func location(_ box: Box) -> Location { Location(path: source.path, range: box.range) }

  /// The letter of a tick in this file: that of most boxes.
  package func tick(_ dialect: CheckboxDialect) -> UInt8 {
    let letters = boxes.filter(\.isDone).map { source.bytes[$0.range.lower + 1] }
    let capitals = letters.count { $0 == UInt8(ascii: "X") }
    if letters.isEmpty || capitals * 2 == letters.count { return dialect.tick }
    return capitals * 2 > letters.count ? UInt8(ascii: "X") : UInt8(ascii: "x")
  }

  /// The edit that writes `mark` into a box, and nothing else.
  package func edit(_ box: Box, mark: UInt8) -> TextEdit {
    TextEdit(ByteRange(box.range.lower + 1, box.range.upper - 1), replacement: [mark])
  }
}
