/// Applies edits without knowing what they are for, so that a test sees what they do and nothing else.
package enum PlainEdits {
  /// `bytes` with each range replaced; nil if the ranges are not in order, overlap, or leave the bytes.
  package static func apply(_ edits: [(range: Range<Int>, replacement: [UInt8])], to bytes: [UInt8])
    -> [UInt8]?
  {
    var output: [UInt8] = []
    var position = 0
    for edit in edits {
      guard edit.range.lowerBound >= position, edit.range.upperBound <= bytes.count else { return nil }
      output += bytes[position..<edit.range.lowerBound]
      output += edit.replacement
      position = edit.range.upperBound
    }
    return output + bytes[position...]
  }
}
