import StatusSyntax
import StatusText

/// One task as a state file has it: an entry of the registry, or a project state. A class, since rules pass it about by
/// the thousand.
package final class StateEntry: Sendable {
  /// The object's bytes.
  package let range: ByteRange
  /// `project_number`, also when it is in quotes.
  package let number: Int?
  /// Where it is; the object's opening brace where there is none.
  package let numberRange: ByteRange
  /// What is wrong with `project_number` and `status`: they are missing, or of another type.
  package let flaws: [StateFlaw]
  /// `project_name`.
  package let name: String?
  /// Where it is, without quotes; nil where there is none.
  package let nameRange: ByteRange?
  /// `status`, as written, and where, without quotes.
  package let status: (text: String, range: ByteRange)?
  /// What the status means.
  package let reading: MarkerReading?
  /// The keys with dates, in order.
  package let timestamps: [TimestampClaim]
  /// The keys that hold a date under a name with `_at`, with the event that is meant.
  package let suffixedTimestamps: [(key: ByteRange, event: StatusEvent, plainNameIsTaken: Bool)]
  /// What those keys hold, as far as it may be a date, in order.
  package let suffixedClaims: [TimestampClaim]
  /// The `created` of its plan versions, in order.
  package let versionTimestamps: [TimestampClaim]
  /// Its paths, in order: artifacts, `plan_path`, and a project state's lists.
  package let links: [WrittenLink]
  /// The tasks in `dependencies`, in order.
  package let dependencies: [TaskReference]
  /// The tasks in `blocking`, in order.
  package let blocking: [TaskReference]
  /// What these two have in place of a task or a range of tasks, in order.
  package let unreadReferences: [ByteRange]
  /// What it records of its plan.
  package let plan: PlanRecord
  /// The statuses for which `blocking_reason`, `superseded_by` or the like gives a reason.
  package let explained: StatusSet

  init(
    range: ByteRange, number: Int?, numberRange: ByteRange, flaws: [StateFlaw], name: String?,
    nameRange: ByteRange?, status: (text: String, range: ByteRange)?, reading: MarkerReading?,
    timestamps: [TimestampClaim],
    suffixedTimestamps: [(key: ByteRange, event: StatusEvent, plainNameIsTaken: Bool)],
    suffixedClaims: [TimestampClaim], versionTimestamps: [TimestampClaim], links: [WrittenLink],
    dependencies: [TaskReference], blocking: [TaskReference], unreadReferences: [ByteRange], plan: PlanRecord,
    explained: StatusSet
  ) {
    self.range = range
    self.number = number
    self.numberRange = numberRange
    self.flaws = flaws
    self.name = name
    self.nameRange = nameRange
    self.status = status
    self.reading = reading
    self.timestamps = timestamps
    self.suffixedTimestamps = suffixedTimestamps
    self.suffixedClaims = suffixedClaims
    self.versionTimestamps = versionTimestamps
    self.links = links
    self.dependencies = dependencies
    self.blocking = blocking
    self.unreadReferences = unreadReferences
    self.plan = plan
    self.explained = explained
  }

  /// The first date of that event.
  package func timestamp(_ event: StatusEvent) -> TimestampClaim? { timestamps.first { $0.event == event } }

  /// The status, where it is certain.
  package var certainStatus: Status? { reading?.status }
}
