/// What one place says about the status of a subject.
package struct SubjectClaim: Sendable {
  /// The file, from the directory that the history is read for.
  package let file: String
  /// What people call the place: "box", "row".
  package let name: String
  /// What it says.
  package let status: SubjectStatus
  /// Whether it can contradict other places.
  let counts: Bool
}
