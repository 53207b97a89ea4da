import StatusText

/// A line `**Name**: value` of a task, a plan or a phase.
package struct Field: Sendable {
  /// What it is called, where that means something to us.
  package let name: FieldName?
  /// The name's bytes, without asterisks and colon.
  package let nameRange: ByteRange
  /// The value's bytes on the field's own line, without blanks around them; empty if there are none.
  package let valueRange: ByteRange
  /// The value with its continuation: nested and indented lines that belong to no other field.
  package let region: ByteRange

  /// Whether it has no value, neither on its own line nor below it.
  package func isEmpty(in source: SourceText) -> Bool {
    valueRange.isEmpty && source.bytes[region.indices].allSatisfy(ASCII.isWhitespace)
  }
}
