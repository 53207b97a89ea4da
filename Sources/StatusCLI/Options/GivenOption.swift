/// An option with the texts that were given for it: none if it was not given.
package struct GivenOption: Sendable {
  /// Its name, as in "--format".
  let name: String
  let texts: [String]

  /// An option that can be repeated.
  package init(_ name: String, _ texts: [String]) {
    self.name = name
    self.texts = texts
  }

  /// An option that has one text.
  package init(_ name: String, _ text: String?) { self.init(name, text.map { [$0] } ?? []) }

  /// An option without a text.
  package init(_ name: String, _ isGiven: Bool) { self.init(name, isGiven ? [""] : []) }
}
