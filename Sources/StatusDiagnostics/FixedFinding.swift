import StatusText

/// A finding that a fix has removed, and where it stood.
///
/// Its bytes are gone, and a later round may have moved everything around them, so the positions are taken
/// when the fix is accepted, from the text that the finding was made from.
package struct FixedFinding: Sendable {
  /// The finding, with the fix that was applied.
  package var finding: Finding
  /// Where it began; nil for a finding without a file.
  package var start: TextPosition?

  /// `finding`, which began at `start` when its fix was accepted.
  package init(_ finding: Finding, start: TextPosition?) {
    self.finding = finding
    self.start = start
  }
}
