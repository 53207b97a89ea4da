/// A format for people, or one for programs.
package enum ListFormat: String, CaseIterable, Sendable {
  case text, json
}
