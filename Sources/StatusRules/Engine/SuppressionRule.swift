import StatusModel

/// A rule that judges the comments that suppress findings, after all other rules.
package protocol SuppressionRule: Rule {
  /// Reports what is wrong with a comment, of which it is known what it has suppressed.
  func check(_ use: SuppressionUse, into findings: inout FindingCollector)
}
