import StatusCLI
import StatusDevTools
import StatusDiagnostics
import StatusModel
import StatusRules
import StatusTestSupport
import StatusTestTrees
import Testing

/// What holds for every safe fix, tried on clean trees that were spoiled at random: no status goes back or is lost, and
/// no finding is new.
@Suite struct SafeFixPropertyTests {
  private static let trees: [SyntheticProfile: [String: [UInt8]]] = {
    var trees: [SyntheticProfile: [String: [UInt8]]] = [:]
    for profile in SyntheticProfile.allCases {
      SyntheticTree(taskCount: 9, archivedCount: 1, profile: profile).forEachFile { file in
        trees[profile, default: [:]][file.path] = file.bytes
      }
    }
    return trees
  }()

  @Test("safe fixes keep what is known", arguments: SyntheticProfile.allCases)
  func keep(profile: SyntheticProfile) throws {
    let made = try (0..<24).map { try makeFixes(profile: profile, seed: $0) }
    #expect(made.reduce(0, +) > 50, "\(made)")
  }

  /// Spoils a tree and makes all safe fixes, one after the other; how many there were.
  private func makeFixes(profile: SyntheticProfile, seed: Int) throws -> Int {
    var random = SplitMix64(seed: UInt64(seed) &* 7919 &+ 17)
    let now = try #require(Timestamp.read("2026-06-01T00:00:00Z").found?.timestamp)
    var tree = MemoryTree(
      files: try #require(Self.trees[profile]), profile: Profile.named(profile.rawValue), now: now)
    for _ in 0..<8 { Spoiling.spoil(&tree, &random) }
    var findings = tree.findings()
    for made in 0..<120 {
      let safe = findings.filter { $0.fix?.applicability == .safe }
      guard let finding = safe.randomElement(using: &random), let fix = finding.fix else { return made }
      let fixed = try #require(tree.applying(fix))
      let after = fixed.findings()
      let what =
        "seed \(seed): \(finding.rule) \(finding.location?.path ?? ""): \(finding.message): \(fix.description)"
      for (topic, count) in Self.topics(after) {
        #expect(count <= Self.topics(findings)[topic, default: 0], "\(what) brings \(topic)")
      }
      let old = tree.statuses()
      let new = fixed.statuses()
      for (subject, statuses) in old {
        let left = new[subject] ?? []
        #expect(Self.isKept(statuses, left, subject), "\(what): \(subject) was \(statuses), is \(left)")
      }
      (tree, findings) = (fixed, after)
    }
    Issue.record("seed \(seed): the fixes do not come to an end")
    return 120
  }

  private static func topics(_ findings: [Finding]) -> [String: Int] {
    let topics = findings.map { finding in
      let task = finding.task.map(String.init) ?? ""
      return "\(finding.rule) \(finding.location?.path ?? "") task \(task) phase \(finding.phase ?? "")"
    }
    return Dictionary(topics.map { ($0, 1) }, uniquingKeysWith: +)
  }

  /// Whether statuses are what they were: one of several equal ones may go. A plan's own Status may follow its phases,
  /// but not from an end.
  private static func isKept(_ old: [Status], _ new: [Status], _ subject: String) -> Bool {
    if Set(old) == Set(new) { return true }
    guard subject.hasSuffix(" plan"), old.count == 1, new.count == 1 else { return false }
    return ![.completed, .abandoned, .expanded, .prReady].contains(old[0])
  }
}
