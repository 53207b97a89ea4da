import StatusDiagnostics
import StatusSyntax
import StatusText

/// A text in a file that says something, with its place and with how another is written there.
package struct PlacedText: Sendable {
  /// The text, without quotes.
  package let text: String
  /// The place, with the quotes of JSON and YAML.
  package let location: Location
  let written: @Sendable (String) -> TextEdit?

  /// A scalar of YAML, or nothing where one is expected; nil for a map or list.
  package init?(_ value: YAMLValue?) {
    guard let value, value.kind == .scalar else { return nil }
    text = value.text ?? ""
    location = Location(path: value.tree.source.path, range: value.range)
    written = { value.replacing(with: $0) }
  }

  /// A string of JSON; nil for any other value.
  package init?(_ value: JSONValue?) {
    guard let value, let text = value.string else { return nil }
    self.text = text
    location = Location(path: value.tree.source.path, range: value.range)
    written = { text in
      var changes = JSONChanges(value.tree)
      changes.replace(value, with: .string(text))
      return changes.edits?.first
    }
  }

  /// The bytes `range` of a text file.
  package init(_ source: SourceText, _ range: ByteRange) {
    text = source.text(range)
    location = Location(path: source.path, range: range)
    written = { TextEdit(range, with: $0) }
  }

  /// An integer of JSON; nil for any other value.
  package init?(number value: JSONValue?) {
    guard let value, let number = value.integer, value.tree.duplicateKeys.isEmpty else { return nil }
    text = "\(number)"
    location = Location(path: value.tree.source.path, range: value.range)
    written = { TextEdit(value.range, with: $0) }
  }

  /// The mark in the box of a task.
  package init(_ list: Checklist, _ box: Checklist.Box) {
    let mark = ByteRange(box.range.lower + 1, box.range.upper - 1)
    text = list.source.text(mark)
    location = list.location(box)
    written = { TextEdit(mark, with: $0) }
  }

  /// What a name or a directory says, which no edit changes.
  package init(unwritten text: String, _ location: Location) {
    self.text = text
    self.location = location
    written = { _ in nil }
  }

  /// The edit that writes `text` here; nil if this place cannot be written.
  package func edit(_ text: String) -> TextEdit? { written(text) }

  /// The fix that writes `text` here; nil if this place cannot be written.
  package func fix(_ applicability: Fix.Applicability, _ text: String) -> Fix? {
    written(text).map { edit in
      Fix(applicability, "replace with \"\(text)\"", files: [.init(path: location.path, edits: [edit])])
    }
  }

  /// The claim of this place.
  package func claim(_ subject: String) -> Claim { Claim(location, "\(subject) is \"\(text)\" here") }
}
