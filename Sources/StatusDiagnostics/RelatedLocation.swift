/// The other half of a contradiction: a second place, and what it says.
package struct RelatedLocation: Hashable, Sendable {
  /// Where.
  package var location: Location
  /// What stands there, in lower case without a full stop: "state.json says \"completed\"".
  package var message: String

  /// A second place and what it says.
  package init(_ location: Location, _ message: String) {
    self.location = location
    self.message = message
  }
}
