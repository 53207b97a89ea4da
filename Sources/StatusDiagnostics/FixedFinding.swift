import StatusText

/// A finding that was fixed, and its original position.
///
/// The text is gone, and a later round may have moved everything around it. So the positions are taken when
/// the fix is accepted, from the text that the finding refers to.
package struct FixedFinding: Sendable {
  /// The finding, with the applied fix.
  package var finding: Finding
  /// The position where it began; nil for a finding without a file.
  package var start: TextPosition?

  /// `finding`, which began at `start` when its fix was accepted.
  package init(_ finding: Finding, start: TextPosition?) {
    self.finding = finding
    self.start = start
  }
}
