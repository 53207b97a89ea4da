import StatusModel

/// A rule that looks at one thing with dates at a time.
package protocol DatedItemRule: DatedRule {
  /// Reports the rule's findings about `item`.
  func check(_ item: DatedItem, in context: FileContext, into findings: inout FindingCollector)
}

extension DatedItemRule {
  package func check(_ items: [DatedItem], in context: FileContext, into findings: inout FindingCollector) {
    for item in items { check(item, in: context, into: &findings) }
  }
}
