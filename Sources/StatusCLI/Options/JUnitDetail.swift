/// Which rules a JUnit report lists.
package enum JUnitDetail: String, CaseIterable, Sendable {
  case failing, all

  /// The default.
  package static let usual = failing
}
