import StatusModel

/// A rule that looks at what carries dates in a file: tasks, phases, entries, the head of a file. This is gathered once
/// for all such rules.
package protocol DatedRule: FileRule {
  /// Reports the rule's findings about `items`: everything in a file that may carry dates, in order.
  func check(_ items: [DatedItem], in context: FileContext, into findings: inout FindingCollector)
}

extension DatedRule {
  package func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    check(DatedItem.all(in: file, of: context), in: context, into: &findings)
  }
}
