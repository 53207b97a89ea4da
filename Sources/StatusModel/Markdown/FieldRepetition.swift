import StatusText

/// Tells whether a repeated field of a task, plan or phase is only a copy, or belongs to a second task whose heading
/// was lost.
package struct FieldRepetition {
  private let bytes: [UInt8]
  /// Each known field by the offset of its name, with the number of the unbroken run of lines that it is in.
  private var fields: [Int: (field: Field, run: Int)] = [:]
  /// The names that stand more than once.
  private var repeated: Set<FieldName> = []

  /// The repetitions among `fields`, which are in order.
  package init(_ fields: [Field], in source: SourceText) {
    bytes = source.bytes
    var seen: Set<FieldName> = []
    var run = 0
    var nextLine = -1
    for field in fields {
      guard let name = field.name else { continue }
      if !seen.insert(name).inserted { repeated.insert(name) }
      let line = bytes.lineStart(before: field.nameRange.lower)
      // An empty line, a paragraph, a label or a block before the field may be what is left of a heading.
      if line != nextLine { run += 1 }
      nextLine = bytes.nextLine(after: bytes.lineEnd(from: line))
      self.fields[field.nameRange.lower] = (field, run)
    }
  }

  /// Whether several fields are repeated: then they are the fields of two.
  package var isOfTwo: Bool { repeated.count > 1 }

  /// The field whose name is at `second`, if it can go without a loss: it says the same as the one at `first`, both are
  /// in one run of known fields, nothing depends on it, and no other field is repeated. Nil if it cannot.
  package func removable(_ second: ByteRange, repeating first: ByteRange) -> Field? {
    guard !isOfTwo, let (field, run) = fields[second.lower], let original = fields[first.lower],
      original.run == run
    else { return nil }
    let rest = bytes[field.valueRange.upper..<max(field.valueRange.upper, field.region.upper)]
    let isSame = bytes[original.field.valueRange.indices].elementsEqual(bytes[field.valueRange.indices])
    return isSame && rest.allSatisfy(ASCII.isWhitespace) ? field : nil
  }
}
