import StatusText

/// A finding that does not count: the user has suppressed it, or it is in the baseline.
///
/// Reports that list what is wrong leave it out and give only the number; those with a place for it (`<skipped>` of
/// JUnit, `suppressions` and `baselineState` of SARIF) name it.
package struct SetAsideFinding: Sendable {
  /// Why a finding does not count.
  package enum Cause: Sendable, Equatable {
    /// A comment in a file suppresses it: where the comment is, and the reason that it gives.
    case suppressed(at: Location, reason: String?)
    /// The baseline contains it.
    case baselined
  }

  /// The finding, with the severity that it would have.
  package var finding: Finding
  /// Why it does not count.
  package var cause: Cause

  /// `finding`, which does not count because of `cause`.
  package init(_ finding: Finding, _ cause: Cause) {
    self.finding = finding
    self.cause = cause
  }
}
