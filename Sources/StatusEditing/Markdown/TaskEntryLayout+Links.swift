import StatusModel
import StatusText

extension TaskEntryLayout {
  /// Adds a link to the field `name`, such as Research; where there is none, a new one comes after the task's
  /// description and the links `earlier`.
  package func add(
    _ link: String, to name: String, after earlier: [FieldName], in changes: inout MarkdownChanges
  ) {
    guard let field = entry.fields.first(where: { isNamed(name, $0) }) else {
      if let anchor = FieldPlace.anchorForLink(after: earlier, in: entry.fields) {
        changes.insert(name, link, after: anchor)
      } else {
        changes.insert(name, link, beneath: entry.heading, fields: entry.fields)
      }
      return
    }
    if !entry.links.contains(where: { field.region.contains($0.range) }), isPlaceholder(field) {
      changes.setValue(of: field, to: link)
    } else if field.valueRange.isEmpty {
      changes.insert(lines: [nestedItem(beneath: field, link)], after: field)
    } else {
      changes.replace(ByteRange(field.valueRange.upper, field.valueRange.upper), with: ", \(link)")
    }
  }

  private func isNamed(_ name: String, _ field: Field) -> Bool {
    list.source.text(field.nameRange).lowercased() == name.lowercased()
  }

  /// Whether the value of a field is a placeholder: None, TBD, a dash.
  private func isPlaceholder(_ field: Field) -> Bool {
    guard field.region.count == field.valueRange.count else { return false }
    let words = list.source.bytes[field.valueRange.indices].filter { ASCII.isLetter($0) || $0 >= 0x80 }
    return ["", "none", "tbd", "na", "pending", "null"].contains(
      String(decoding: words.map { ASCII.lowercased($0) }, as: UTF8.self))
  }

  /// Another item of the list below a field, indented like the first one.
  private func nestedItem(beneath field: Field, _ text: String) -> String {
    let bytes = list.source.bytes
    let first = bytes[field.region.indices].firstIndex { !ASCII.isWhitespace($0) } ?? field.region.upper
    let line = bytes.lineStart(before: first)
    let isList =
      first < bytes.count && ASCII.isOne(bytes[first], of: "-*+")
      && bytes[line..<first].allSatisfy(ASCII.isBlank)
    guard isList else { return "  - \(text)" }
    return String(decoding: bytes[line...first], as: UTF8.self) + " \(text)"
  }
}
