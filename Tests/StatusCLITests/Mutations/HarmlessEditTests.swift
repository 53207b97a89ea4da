import StatusDevTools
import StatusTestTrees
import Testing

/// What changes nothing that a tree says makes no rule find anything.
@Suite struct HarmlessEditTests {
  @Test("a tree without a mistake has no finding", arguments: SyntheticProfile.allCases)
  func isClean(profile: SyntheticProfile) throws {
    let tree = try CleanTree.tree(profile)
    #expect(tree.findings().map(\.message) == [])
    #expect(tree.workspace().tasks.count == CleanTree.taskCount)
  }

  @Test(
    "a large tree without a mistake has no finding, and every status", arguments: SyntheticProfile.allCases)
  func isCleanWhenLarge(profile: SyntheticProfile) throws {
    let tree = try CleanTree.tree(profile, taskCount: 200)
    #expect(tree.findings().map(\.message) == [])
    let vocabulary = tree.workspace().profile.vocabulary
    let list = String(decoding: tree.files["specs/TODO.md"] ?? [], as: UTF8.self)
    for entry in vocabulary.entries {
      #expect(list.contains("- **Status**: [\(entry.marker)]\n"), "\(entry.status)")
    }
  }

  @Test("an edit that changes nothing is not found", arguments: HarmlessEdit.all, SyntheticProfile.allCases)
  func isNotFound(edit: HarmlessEdit, profile: SyntheticProfile) throws {
    let clean = try CleanTree.tree(profile)
    var tree = clean
    for (path, bytes) in clean.files where edit.applies(path) {
      tree.files[path] = Array(edit.edit(String(decoding: bytes, as: UTF8.self)).utf8)
    }
    #expect(tree.files != clean.files)
    let findings = tree.findings(since: clean)
    #expect(findings.map { "\($0.location?.path ?? ""): \($0.rule): \($0.message)" }.prefix(5) == [])
  }
}
