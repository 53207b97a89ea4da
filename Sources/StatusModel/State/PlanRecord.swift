import StatusSyntax
import StatusText

/// What a state file records of the plan of a task: `plan_path`, `plan_metadata` and `plan_versions`.
package struct PlanRecord: Sendable {
  /// A number, and where it is.
  package typealias Number = (value: Int, range: ByteRange)

  /// One of `plan_versions`.
  package struct Version: Sendable {
    /// The object's bytes.
    package let range: ByteRange
    /// `version`, where it is an integer.
    package let number: Number?
    /// `path`, as written.
    package let path: String?
  }

  /// `plan_path`, as written, and where, without quotes.
  package private(set) var path: (text: String, range: ByteRange)?
  /// `phase_count`.
  package private(set) var phaseCount: Number?
  /// `estimated_hours`, and where it is.
  package private(set) var estimatedHours: (value: Double, range: ByteRange)?
  /// `plan_versions`, in order.
  package private(set) var versions: [Version] = []

  mutating func readPath(_ member: JSONValue) {
    path = member.string.map { ($0, member.contentRange ?? member.range) }
  }

  mutating func readMetadata(_ member: JSONValue) {
    phaseCount = member["phase_count"].flatMap { Self.number($0) }
    estimatedHours = member["estimated_hours"].flatMap { hours in hours.double.map { ($0, hours.range) } }
  }

  mutating func readVersions(_ member: JSONValue) {
    versions = member.elements.filter { $0.kind == .object }.map { version in
      Version(
        range: version.range, number: version["version"].flatMap { Self.number($0) },
        path: version["path"]?.string)
    }
  }

  private static func number(_ value: JSONValue) -> Number? { value.integer.map { ($0, value.range) } }
}
