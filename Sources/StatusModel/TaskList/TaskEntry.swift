import StatusText

/// One task of TODO.md. A class, because rules pass thousands of them around.
package final class TaskEntry: Sendable {
  /// Its number.
  package let number: Int
  /// Whether its heading is written as the standard has it.
  package let isWellFormed: Bool
  /// The digits of its number in the heading.
  package let numberRange: ByteRange
  /// Its title in the heading, without number, marker and glyphs; may be empty.
  package let title: ByteRange
  /// The heading's text.
  package let heading: ByteRange
  /// The heading's level, 1 to 6.
  package let level: Int
  /// The status in the heading, if there is one.
  package let headingMarker: Marker?
  /// Its fields, in order.
  package let fields: [Field]
  /// The markers of its Status fields, in order; a field without a value has none.
  package let statusMarkers: [Marker]
  /// The markers on lines that people read as a Status, though they are not fields, in order.
  package let otherMarkers: [Marker]
  /// Its dates, in order; none if only other tasks were asked for.
  package let timestamps: [TimestampClaim]
  /// The paths that it gives for its artifacts, in order; none if only other tasks were asked for.
  package let links: [WrittenLink]
  /// The tasks that it depends on, by its fields Dependencies, Depends on and Blocked by, in order.
  package let dependencies: [TaskReference]
  /// The tasks that wait for it, by its field Blocking, in order.
  package let blocking: [TaskReference]
  /// What these fields have in place of a range of tasks, and is none, in order.
  package let unreadReferences: [ByteRange]
  /// Everything from the heading to the next one.
  package let range: ByteRange

  init(
    number: Int, isWellFormed: Bool, numberRange: ByteRange, title: ByteRange, heading: ByteRange, level: Int,
    headingMarker: Marker?, fields: [Field], statusMarkers: [Marker], otherMarkers: [Marker],
    timestamps: [TimestampClaim], links: [WrittenLink], dependencies: [TaskReference],
    blocking: [TaskReference], unreadReferences: [ByteRange], range: ByteRange
  ) {
    self.number = number
    self.isWellFormed = isWellFormed
    self.numberRange = numberRange
    self.title = title
    self.heading = heading
    self.level = level
    self.headingMarker = headingMarker
    self.fields = fields
    self.statusMarkers = statusMarkers
    self.otherMarkers = otherMarkers
    self.timestamps = timestamps
    self.links = links
    self.dependencies = dependencies
    self.blocking = blocking
    self.unreadReferences = unreadReferences
    self.range = range
  }

  /// Its status as TODO.md claims it: the first Status field, else the heading's marker.
  package var marker: Marker? { statusMarkers.first ?? headingMarker }

  /// Every marker that claims its status: of its heading, its Status fields, and lines that are read as one.
  package var allMarkers: [Marker] { [headingMarker].compactMap(\.self) + statusMarkers + otherMarkers }

  /// Whether it claims two statuses: in two Status fields, or in its heading and in its Status.
  package var isContradictory: Bool { allMarkers.areContradictory }

  /// The first field of that name.
  package func field(_ name: FieldName) -> Field? { fields.first { $0.name == name } }

  /// The first date of that event.
  package func timestamp(_ event: StatusEvent) -> TimestampClaim? { timestamps.first { $0.event == event } }
}

extension TaskEntry {
  /// The dates in the fields of a task, in order. An overview without a heading of its own runs on in the last task:
  /// what it calls Completed is a count.
  static func dates(in fields: [Field], of source: SourceText) -> [TimestampClaim] {
    fields.prefix { $0.name != .totalTasks }.compactMap { field in
      StatusEvent(field: field.name).flatMap {
        TimestampClaim(field, event: $0, place: .taskField, in: source)
      }
    }
  }
}
