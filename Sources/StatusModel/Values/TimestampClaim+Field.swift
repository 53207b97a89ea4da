import StatusSyntax
import StatusText

extension TimestampClaim {
  /// The date in a field. Nil for a field that heads a list (`**Completed**:` and what has been completed below
  /// it): that is not a date, and not a missing one either.
  init?(_ field: Field, event: StatusEvent?, place: Place, in source: SourceText) {
    var value = field.valueRange
    var reading = Timestamp.read(source, in: value)
    if value.isEmpty {
      let start = source.bytes[field.region.indices].firstIndex { !ASCII.isWhitespace($0) }
      // A list of one nested item with a date is the date; a list of things done is none.
      var first = start ?? field.region.upper
      if let content = ListMarker.content(at: first, before: field.region.upper, source.bytes),
        !source.bytes[content..<field.region.upper].contains(where: ASCII.isLineEnd)
      {
        first = content
      }
      let below = ByteRange(first, field.region.upper)
      if !below.isEmpty {
        reading = Timestamp.read(source, in: below)
        guard let found = reading.found, !found.isEmbedded, found.range.lower == below.lower else {
          return nil
        }
        value = below
      }
    }
    self.init(
      event: event, place: place, name: source.text(field.nameRange), nameRange: field.nameRange,
      valueRange: value, reading: reading)
  }
}
