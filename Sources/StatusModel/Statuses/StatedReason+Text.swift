import StatusSyntax
import StatusText

extension StatedReason {
  /// The reason why the status is `status`, which is blocked or abandoned, in one line: of the first field that is
  /// one for it, else the words after the marker in the Status field, else what a label in `body` says. Nil where none
  /// says anything.
  package static func text(
    for status: Status, fields: [Field], marker: Marker?, body: ByteRange, in source: SourceText
  ) -> String? {
    // What blocked a task is a reason to abandon it only where no other is given.
    for strictly in [true, false] {
      for field in fields where names(field, status, in: source, strictly: strictly) {
        let value = value(of: field, in: source)
        if saysOrNumbers(value, in: source) { return oneLine(source.text(value)) }
      }
    }
    return words(after: marker, fields, in: source)
      ?? ReasonLabel.value(for: status, in: body, of: source).map {
        oneLine(source.text(afterDate($0, in: source.bytes)))
      }
  }

  /// What follows `, Reason:` where the date of a phase comes before the reason.
  private static func afterDate(_ range: ByteRange, in bytes: [UInt8]) -> ByteRange {
    var start = range.lower
    while start < range.upper, ASCII.isBlank(bytes[start]) || ASCII.isOne(bytes[start], of: ",;") {
      start += 1
    }
    let label: StaticString = "reason:"
    guard ASCII.begins(bytes, at: start, before: range.upper, with: label) else { return range }
    return ByteRange(start + label.utf8CodeUnitCount, range.upper)
  }

  /// The words after the marker in its field.
  private static func words(after marker: Marker?, _ fields: [Field], in source: SourceText) -> String? {
    guard let marker, let field = fields.first(where: { $0.valueRange.contains(marker.range) }) else {
      return nil
    }
    let rest = ByteRange(marker.range.upper, field.valueRange.upper)
    guard says(rest, in: source) else { return nil }
    let bytes = source.bytes[rest.indices].drop { ASCII.isBlank($0) || ASCII.isOne($0, of: "-:,;(") }
    let text = oneLine(source.text(ByteRange(bytes.startIndex, rest.upper)))
    return text.hasSuffix(")") && !text.contains("(") ? String(text.dropLast()) : text
  }

  /// The reason in an entry of a state file: of the first member that is one for `status` and says something.
  package static func text(for status: Status, in entry: JSONValue) -> String? {
    for member in entry.members {
      guard case .reason(let reason) = StateKey(member), reason.map({ $0.status == status }) ?? true,
        let text = member.string, member.withStringBytes({ says($0, numbers: true) }) ?? false
      else { continue }
      return oneLine(text)
    }
    return nil
  }

  /// The words of `text` with one space between them.
  private static func oneLine(_ text: String) -> String {
    text.utf8.split { ASCII.isWhitespace($0) }.map { String(Substring($0)) }.joined(separator: " ")
  }
}
