import StatusDevTools
import StatusDiagnostics
import StatusEngine
import StatusModel
import StatusTestSupport
import StatusTestTrees
import Testing

/// Fixes, unsafe ones too, make no finding that there was not before: on trees with one mistake of every kind, and on
/// trees that were spoiled at random.
@Suite struct NewFindingTests {
  @Test("the fixes of one mistake", arguments: SyntheticProfile.allCases)
  func ofMutations(profile: SyntheticProfile) throws {
    var changed = 0
    for mutation in Mutation.all where mutation.profiles.contains(profile) {
      let clean = try CleanTree.tree(profile)
      var tree = clean
      #expect(mutation.edit(&tree), "\(mutation.name)")
      changed += try expectNothingNew(
        tree, since: mutation.isCompared ? clean : nil, mutation.testDescription)
    }
    #expect(changed > 20)
  }

  @Test("the fixes of several mistakes", arguments: SyntheticProfile.allCases)
  func ofSpoiledTrees(profile: SyntheticProfile) throws {
    let now = try #require(Timestamp.read("2026-06-01T00:00:00Z").found?.timestamp)
    var files: [String: [UInt8]] = [:]
    SyntheticTree(taskCount: 9, archivedCount: 1, profile: profile).forEachFile { files[$0.path] = $0.bytes }
    var changed = 0
    for seed in 0..<60 {
      var random = SplitMix64(seed: UInt64(seed) &* 104_729 &+ 5)
      var tree = MemoryTree(files: files, profile: Profile.named(profile.rawValue), now: now)
      for _ in 0..<3 + seed % 4 { Spoiling.spoil(&tree, &random) }
      changed += try expectNothingNew(tree, "seed \(seed)")
    }
    #expect(changed > 40)
  }

  /// Makes all fixes of a tree; 1 if there were any.
  private func expectNothingNew(_ tree: MemoryTree, since earlier: MemoryTree? = nil, _ name: String) throws
    -> Int
  {
    let before = tree.inspection(since: earlier)
    let outcome = try before.fixed(allowsUnsafe: true)
    let known = Self.topics(before.findings)
    for (topic, count) in Self.topics(outcome.tree.findings) {
      #expect(
        count <= known[topic, default: 0], "\(name): \(outcome.fixed.map(\.finding.message)) bring \(topic)")
    }
    return outcome.files.isEmpty ? 0 : 1
  }

  /// What the findings are about; the numbers of phases may change.
  private static func topics(_ findings: [Finding]) -> [String: Int] {
    let topics = findings.map { finding in
      "\(finding.rule) \(finding.location?.path ?? "") task \(finding.task.map(String.init) ?? "")"
    }
    return Dictionary(topics.map { ($0, 1) }, uniquingKeysWith: +)
  }
}
