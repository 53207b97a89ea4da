import StatusDevTools
import StatusDiagnostics
import Testing

/// Random walks through the lives of tasks, in both profiles.
@Suite struct RandomWalkTests {
  /// A finding without its place, which moves.
  private struct Known: Hashable {
    let rule: String
    let path: String
    let message: String

    init(_ finding: Finding) {
      rule = finding.rule
      path = finding.location?.path ?? ""
      message = finding.message
    }
  }

  @Test(
    "an accepted command leaves nothing for check to find in the files that it wrote, or it warns",
    arguments: SyntheticProfile.allCases, [1, 2] as [UInt64])
  func nothingNew(profile: SyntheticProfile, seed: UInt64) {
    var walk = RandomWalk(profile: profile, seed: seed)
    // Commands that wrote something without a warning, by name.
    var silent: [Substring: Int] = [:]
    var before = Set(walk.tree.findings().map(Known.init))
    for index in 1...600 {
      let old = walk.tree.files
      let step = walk.step()
      guard let written = step.written else {
        // An executor's plan may have come.
        if walk.tree.files.filter({ old[$0.key] != nil }) != old { Issue.record("written: \(step.command)") }
        if walk.hasWritten { before = Set(walk.tree.findings().map(Known.init)) }
        continue
      }
      let after = Set(walk.tree.findings().map(Known.init))
      let new = after.subtracting(before).filter { written[$0.path] != nil }
      if step.warnings.isEmpty, !written.isEmpty {
        silent[step.command.prefix { $0 != " " }, default: 0] += 1
      }
      if step.warnings.isEmpty, !new.isEmpty {
        Issue.record(
          "seed \(seed), step \(index): \(step.command)\n\(new.map { "\($0.path): \($0.message) [\($0.rule)]" }.joined(separator: "\n"))"
        )
      }
      before = after
    }
    for command in ["update", "begin", "finish"] {
      #expect(silent[command[...], default: 0] > 10, "\(silent)")
    }
  }
}
