import StatusClaims
import StatusText

/// The usual names of plans.
enum PlanNames {
  /// `02-01` of phase 2 and plan 1.
  static func name(_ number: GSDNumber, _ key: PlanKey) -> String {
    "\(padded(number.text))-\(padded(key.text))"
  }

  /// A number with two digits at least.
  static func padded(_ text: String) -> String {
    let digits = text.utf8.prefix(while: ASCII.isDigit).count
    return digits == 1 ? "0" + text : text
  }
}
