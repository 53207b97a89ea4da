import StatusText

/// What the value of a timestamp field turned out to be.
package enum TimestampReading: Hashable, Sendable {
  /// A timestamp with one meaning, standard or not.
  case valid(FoundTimestamp)
  /// Nothing, a dash, TBD and similar placeholders.
  case placeholder
  /// It looks like a date or time, but the calendar has none such, or it is not a whole one.
  case impossible(ByteRange)
  /// It has two meanings: day and month in an order that is not known, an offset and a Z, several dates in prose.
  case ambiguous(ByteRange)
  /// Words without anything that could be a date.
  case prose

  /// The timestamp, when there is one with one meaning.
  package var found: FoundTimestamp? {
    if case .valid(let found) = self { found } else { nil }
  }
}

extension Timestamp {
  /// Reads the value of a timestamp field; the ranges that come back are offsets in the file.
  package static func read(_ source: SourceText, in range: ByteRange) -> TimestampReading {
    source.bytes.withUnsafeBufferPointer { bytes in
      read(UnsafeBufferPointer(rebasing: bytes[range.indices]), offset: range.lower)
    }
  }

  /// Reads a whole text; the ranges that come back are offsets of its UTF-8.
  package static func read(_ text: String) -> TimestampReading {
    Array(text.utf8).withUnsafeBufferPointer { read($0) }
  }

  /// Reads `bytes`; `offset` is where they begin in what the ranges that come back are offsets of.
  package static func read(_ bytes: UnsafeBufferPointer<UInt8>, offset: Int = 0) -> TimestampReading {
    StandardTimestamp.read(bytes, base: offset) ?? TimestampReader(bytes: bytes, base: offset).read()
  }
}
