import StatusDiagnostics
import StatusText

/// What one place says about a subject.
package struct Claim: Sendable {
  /// The place; an empty range at the beginning of a file for what its name or directory says.
  package let location: Location
  /// What it says, in lower case without a full stop: `task 1.2 is "[ ]" here`.
  package let text: String

  /// What `location` says.
  package init(_ location: Location, _ text: String) {
    self.location = location
    self.text = text
  }
}
