import StatusSyntax
import StatusText

/// What is known of an entry while its members are read.
struct StateEntryDraft {
  var number: Int?
  var numberRange: ByteRange?
  var name: String?
  var nameRange: ByteRange?
  var status: (text: String, range: ByteRange)?
  var timestamps: [TimestampClaim] = []
  var suffixed: [(key: ByteRange, event: StatusEvent, claim: TimestampClaim?)] = []
  var versionTimestamps: [TimestampClaim] = []
  var links = StateLinks()
  var dependencies: [TaskReference] = []
  var blocking: [TaskReference] = []
  var unreadReferences: [ByteRange] = []
  var plan = PlanRecord()
  var explained: StatusSet = []
  /// The members with what an entry needs, where they are there.
  var numberMember: JSONValue?
  var statusMember: JSONValue?
  var hasName = false
  var hasCreated = false
  var hasLastUpdated = false
  /// The members whose values are of another kind than the format has it.
  var misshapen: [StateFlaw] = []

  func flaws(of object: JSONValue) -> [StateFlaw] {
    let number =
      numberMember.map { StateFlaw(number: $0) } ?? StateFlaw(missing: "project_number", in: object)
    let status = statusMember.map { StateFlaw(text: $0) } ?? StateFlaw(missing: "status", in: object)
    var flaws = [number, status].compactMap(\.self)
    if !hasName { flaws.append(StateFlaw(missing: "project_name", in: object)) }
    if !hasCreated { flaws.append(StateFlaw(missing: "created", in: object)) }
    if !hasLastUpdated { flaws.append(StateFlaw(missing: "last_updated", in: object)) }
    return misshapen.isEmpty ? flaws : flaws + misshapen
  }

  /// Notes what is wrong with the kind of a member's value.
  mutating func note(_ flaw: StateFlaw?) {
    if let flaw { misshapen.append(flaw) }
  }
}
