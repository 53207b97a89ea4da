import Testing

extension CommitScenario {
  /// Expects that `campaign` finds nothing wrong.
  func expectNoViolations(
    sourceLocation: SourceLocation = #_sourceLocation, _ body: (inout CommitCampaign) -> Void
  ) {
    var campaign = CommitCampaign(self)
    let start = ContinuousClock.now
    body(&campaign)
    if CampaignSize.isFull {
      print("\(name): \(campaign.trials) processes, \(start.duration(to: .now))")
      for violation in campaign.violations { print("VIOLATION \(violation)") }
    }
    let found = campaign.violations
    #expect(
      found.isEmpty, "\(found.count) violations:\n\(found.prefix(5).joined(separator: "\n"))",
      sourceLocation: sourceLocation)
    #expect(campaign.trials > 1, sourceLocation: sourceLocation)
  }
}
