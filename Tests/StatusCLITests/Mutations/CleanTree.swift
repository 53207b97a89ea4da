import StatusDevTools
import StatusDiagnostics
import StatusModel
import StatusRules
import StatusTestTrees
import Testing

/// Trees that have no mistake and every status.
enum CleanTree {
  /// How many tasks each has at hand: enough for every status and every mutation.
  static let taskCount = 40

  /// The files of the trees, which take longer to make than to check.
  private static let files: [SyntheticProfile: [String: [UInt8]]] = {
    var trees: [SyntheticProfile: [String: [UInt8]]] = [:]
    for profile in SyntheticProfile.allCases {
      SyntheticTree(taskCount: taskCount, archivedCount: 6, profile: profile, briefPlans: true).forEachFile {
        file in
        trees[profile, default: [:]][file.path] = file.bytes
      }
    }
    return trees
  }()

  /// The tree of a profile, checked with all rules.
  static func tree(_ profile: SyntheticProfile) throws -> MemoryTree {
    try tree(profile, files: #require(files[profile]))
  }

  /// A tree of a profile with so many tasks.
  static func tree(_ profile: SyntheticProfile, taskCount: Int) throws -> MemoryTree {
    var files: [String: [UInt8]] = [:]
    SyntheticTree(
      taskCount: taskCount, archivedCount: 20, profile: profile, briefPlans: true, seed: 2
    ).forEachFile { file in
      files[file.path] = file.bytes
    }
    return try tree(profile, files: files)
  }

  private static func tree(_ profile: SyntheticProfile, files: [String: [UInt8]]) throws -> MemoryTree {
    let now = try #require(Timestamp.read("2026-06-01T00:00:00Z").found?.timestamp)
    var tree = MemoryTree(
      files: files, profile: Profile.named(profile.rawValue), now: now)
    tree.selection = try RuleSelection([RuleChoice(select: ["all"])])
    return tree
  }
}
