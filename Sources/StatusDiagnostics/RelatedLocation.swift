/// The second location of a contradiction, and what it says.
package struct RelatedLocation: Hashable, Sendable {
  /// The location.
  package var location: Location
  /// What it says, in lower case without a full stop: "state.json says \"completed\"".
  package var message: String

  /// A second location and what it says.
  package init(_ location: Location, _ message: String) {
    self.location = location
    self.message = message
  }
}
