import StatusModel

/// A rule that looks at one thing with dates at a time: a task, a phase, an entry, the head of a file. What carries
/// dates in a file is gathered once for all such rules.
package protocol DatedRule: FileRule {
  /// Reports the rule's findings about `item`.
  func check(_ item: DatedItem, in context: FileContext, into findings: inout FindingCollector)
}

extension DatedRule {
  package func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    for item in DatedItem.all(in: file, of: context) { check(item, in: context, into: &findings) }
  }
}
