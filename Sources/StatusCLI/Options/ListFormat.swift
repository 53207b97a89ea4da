/// A format of lists: text or JSON.
package enum ListFormat: String, CaseIterable, Sendable {
  case text, json

  /// The default.
  package static let usual = text
}
