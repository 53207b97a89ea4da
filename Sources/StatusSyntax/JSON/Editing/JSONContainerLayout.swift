import StatusText

/// The edits that insert and remove members or elements of a container, and keep the others in place.
struct JSONContainerLayout {
  /// An insertion after the child at `place` (-1: before the first).
  struct Insertion {
    var place: Int
    /// Nil for an array element.
    var key: String?
    var value: JSONDraft
  }

  private let container: JSONValue
  private let children: [JSONTree.Node]
  private let style: JSONStyle
  private let bytes: [UInt8]

  /// The layout of `container`; `children` are the nodes of its contents, in order.
  init(_ container: JSONValue, children: [JSONTree.Node], style: JSONStyle) {
    self.container = container
    self.children = children
    self.style = style
    bytes = container.tree.source.bytes
  }

  /// The edits that remove the children at the places `removed` and insert `insertions`, sorted by place.
  func edits(removed: Set<Int>, insertions: [Insertion]) -> [TextEdit] {
    guard let first = children.first, let last = children.last else { return filling(insertions) }
    guard removed.count < children.count else {
      if insertions.isEmpty { return [TextEdit(interior, with: "")] }
      // New children use the positions of the first and the last child.
      return [TextEdit(ByteRange(first.start, last.range.upper), replacement: joined(insertions, after: nil))]
    }
    var edits: [TextEdit] = []
    var pending = insertions[...]
    /// The last child so far that stays.
    var kept: Int?
    var place = -1
    while place < children.count {
      var gone = place
      while gone + 1 < children.count, removed.contains(gone + 1) { gone += 1 }
      let count = pending.prefix { $0.place <= gone }.count
      let new = Array(pending.prefix(count))
      pending = pending.dropFirst(count)
      if gone > place || !new.isEmpty { edits.append(edit(after: kept, through: gone, new)) }
      kept = gone + 1
      place = gone + 1
    }
    return edits
  }

  /// Replaces the text between the child `kept` and the child after `gone` with `new`.
  private func edit(after kept: Int?, through gone: Int, _ new: [Insertion]) -> TextEdit {
    guard let kept else {
      let next = children[gone + 1].start
      let text = new.isEmpty ? [] : joined(new, after: nil) + separator(after: nil)
      return TextEdit(ByteRange(gone >= 0 ? children[0].start : next, next), replacement: text)
    }
    let start = children[kept].range.upper
    let end = gone > kept ? children[gone].range.upper : start
    let separator = separator(after: kept)
    return TextEdit(
      ByteRange(start, end), replacement: new.flatMap { separator + text($0, after: kept, separator) })
  }

  private var interior: ByteRange { ByteRange(container.range.lower + 1, container.range.upper - 1) }

  /// The edit that inserts the first children into an empty container.
  private func filling(_ insertions: [Insertion]) -> [TextEdit] {
    guard !insertions.isEmpty else { return [] }
    let start = container.isMember ? container.keyRange.lower : container.range.lower
    let draft: JSONDraft =
      container.kind == .array
      ? .array(insertions.map(\.value))
      : .object(insertions.map { JSONDraft.Member($0.key ?? "", $0.value) })
    let isFlat =
      !JSONLines.standsAlone(from: start, to: container.range.upper, bytes) || style.prefersFlat(draft)
    let indent = style.indentation(at: start, bytes)
    let text = JSONDraftWriter.text(draft, style, indent: indent, isFlat: isFlat)
    return [TextEdit(interior, replacement: Array(text.dropFirst().dropLast()))]
  }

  private func joined(_ insertions: [Insertion], after kept: Int?) -> [UInt8] {
    let separator = separator(after: kept)
    return Array(insertions.map { text($0, after: kept, separator) }.joined(separator: separator))
  }

  /// A comma and the white space after the commas of this container: the white space before the child `kept`,
  /// or before another child.
  private func separator(after kept: Int?) -> [UInt8] {
    let comma = UInt8(ascii: ",")
    let model = max(kept ?? 1, 1)
    if model < children.count {
      let gap = bytes[children[model - 1].range.upper..<children[model].start]
      let behind = gap.firstIndex(of: comma).map { gap[($0 + 1)...] } ?? []
      return [comma] + withoutEmptyLines(behind)
    }
    let lead = bytes[container.range.lower + 1..<children[0].start]
    return [comma] + (lead.contains(where: ASCII.isLineEnd) ? withoutEmptyLines(lead) : style.commaGap[...])
  }

  private func withoutEmptyLines(_ gap: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let end = gap.lastIndex(where: ASCII.isLineEnd) else { return gap }
    let isPair =
      end > gap.startIndex && bytes[end] == ASCII.lineFeed && bytes[end - 1] == ASCII.carriageReturn
    return gap[(isPair ? end - 1 : end)...]
  }

  private func text(_ insertion: Insertion, after kept: Int?, _ separator: [UInt8]) -> [UInt8] {
    let neighbor = children[kept ?? 0]
    let lineEnd = separator.lastIndex(where: ASCII.isLineEnd)
    let indent =
      lineEnd.map { Array(separator[($0 + 1)...]) } ?? style.indentation(at: neighbor.start, bytes)
    let value = JSONDraftWriter.text(
      insertion.value, style, indent: indent, isFlat: isFlat(insertion, beside: neighbor))
    guard let key = insertion.key else { return value }
    let colon = bytes[neighbor.key.upper..<neighbor.range.lower]
    return JSONDraftWriter.quoted(key) + (colon.contains(where: ASCII.isLineEnd) ? style.colon : Array(colon))
      + value
  }

  /// Whether the value of `insertion` is written on one line. This is so in a container on one line; an
  /// element follows the style of its neighbor.
  private func isFlat(_ insertion: Insertion, beside neighbor: JSONTree.Node) -> Bool {
    if style.isOneLine || !JSONLines.isTall(container.range, bytes) { return true }
    let isContainer = neighbor.kind == .object || neighbor.kind == .array
    let isEmpty = neighbor.range.count == 2
    if insertion.key == nil, isContainer, !isEmpty { return !JSONLines.isTall(neighbor.range, bytes) }
    return style.prefersFlat(insertion.value)
  }
}
