import StatusDiagnostics
import StatusSyntax
import StatusText

extension PlacedText {
  private init(_ text: String, _ location: Location, written: @escaping @Sendable (String) -> TextEdit?) {
    self.text = text
    self.location = location
    self.written = written
  }

  /// A scalar of JSON other than null.
  package init?(scalar value: JSONValue) {
    if let text = PlacedText(value) {
      self = text
      return
    }
    guard value.kind == .number || value.kind == .true || value.kind == .false else { return nil }
    self.init(value.tree.source, value.range)
  }

  /// The value of the field `name`, which a map does not have yet: it gets a line below that of `value`, in the same quotes. Nil
  /// if `value` does not have a line of its own.
  package init?(newField name: String, below value: YAMLValue) {
    let source = value.tree.source
    let bytes = source.bytes
    let start = bytes.lineStart(before: value.keyRange.lower)
    let end = bytes.lineEnd(from: value.range.lower)
    guard value.kind == .scalar, value.range.upper <= end,
      bytes[start..<value.keyRange.lower].allSatisfy(ASCII.isBlank)
    else { return nil }
    let indentation = source.text(ByteRange(start, value.keyRange.lower))
    let first = source.text(ByteRange(value.range.lower, min(value.range.lower + 1, value.range.upper)))
    let quote = first == "'" || first == "\"" ? first : ""
    let lineEnd = end < bytes.count ? source.text(ByteRange(end, bytes.nextLine(after: end))) : "\n"
    let range = ByteRange(end, end)
    self.init("", Location(path: source.path, range: range)) { text in
      TextEdit(range, with: "\(lineEnd)\(indentation)\(name): \(quote)\(text)\(quote)")
    }
  }

  /// A part of the text, by its bytes. What is written there leaves the rest as it is.
  package func part(_ range: ByteRange) -> PlacedText {
    let bytes = Array(text.utf8)
    let isPlain = location.range.count == bytes.count
    let place = ByteRange(location.range.lower + range.lower, location.range.lower + range.upper)
    return PlacedText(
      String(decoding: bytes[range.indices], as: UTF8.self),
      isPlain ? Location(path: location.path, range: place) : location
    ) { [written, location] text in
      let whole = bytes[..<range.lower] + Array(text.utf8) + bytes[range.upper...]
      let edit = written(String(decoding: whole, as: UTF8.self))
      // Where nothing is quoted, other parts of the text may be written as well.
      let isExact = edit?.range == location.range && edit?.replacement.elementsEqual(whole) ?? false
      return isPlain && isExact ? TextEdit(place, with: text) : edit
    }
  }
}
