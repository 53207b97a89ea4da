/// A number with its noun: "1 file", "2 files".
package struct Counted: CustomStringConvertible, Sendable {
  /// The noun, in the singular for one and in the plural for any other number.
  package let noun: String
  private let number: Int

  /// `number` things; `plural` is needed if it is not `singular` with an "s".
  package init(_ number: Int, _ singular: String, plural: String? = nil) {
    self.number = number
    noun = number == 1 ? singular : plural ?? singular + "s"
  }

  /// The number and the noun.
  package var description: String { "\(number) \(noun)" }
}
