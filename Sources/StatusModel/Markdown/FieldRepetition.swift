import StatusText

/// Whether a field that stands twice is only written down twice, or belongs to a second task whose heading was lost.
package enum FieldRepetition {
  /// Whether `second` can go without a loss: it says the same as `first`, nothing but fields we know stands between
  /// them, nothing hangs on it, and no other field of `fields` stands twice.
  package static func isHarmless(
    _ second: Field, of first: Field, among fields: [Field], in source: SourceText
  ) -> Bool {
    let bytes = source.bytes
    let rest = bytes[second.valueRange.upper..<max(second.valueRange.upper, second.region.upper)]
    return rest.allSatisfy(ASCII.isWhitespace)
      && bytes[first.valueRange.indices].elementsEqual(bytes[second.valueRange.indices])
      && repeatedNames(fields).count < 2 && isOneRun(first, second, fields, bytes)
  }

  private static func repeatedNames(_ fields: [Field]) -> Set<FieldName> {
    var seen: Set<FieldName> = []
    return Set(fields.compactMap(\.name).filter { !seen.insert($0).inserted })
  }

  /// Whether every line from the one to the other is a field's. An empty line, a paragraph, a label or a block between
  /// them may be what is left of a heading.
  private static func isOneRun(_ first: Field, _ second: Field, _ fields: [Field], _ bytes: [UInt8]) -> Bool {
    let starts = Set(
      fields.lazy.filter { $0.name != nil }
        .map { FieldLines.start(ofLineAt: $0.nameRange.lower, bytes) })
    let last = FieldLines.start(ofLineAt: second.nameRange.lower, bytes)
    var line = FieldLines.start(ofLineAt: first.nameRange.lower, bytes)
    while line < last {
      guard starts.contains(line) else { return false }
      line = FieldLines.startOfLine(behind: FieldLines.end(ofLineAt: line, bytes), bytes)
    }
    return line == last && starts.contains(last)
  }
}
