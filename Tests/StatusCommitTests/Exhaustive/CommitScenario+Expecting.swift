import Testing

extension CommitScenario {
  /// Expects that `campaign` finds nothing wrong.
  func expectNoViolations(
    sourceLocation: SourceLocation = #_sourceLocation, _ body: (inout CommitCampaign) -> Void
  ) {
    var campaign = CommitCampaign(self)
    let clock = ContinuousClock()
    let start = clock.now
    body(&campaign)
    print("T:", name, campaign.trials, clock.now - start, campaign.violations.count)
    for v in campaign.violations { print("V: \(v)") }
    let found = campaign.violations
    #expect(
      found.isEmpty, "\(found.count) violations:\n\(found.prefix(5).joined(separator: "\n"))",
      sourceLocation: sourceLocation)
    #expect(campaign.trials > 1, sourceLocation: sourceLocation)
  }
}
