import Testing

@testable import StatusModel

struct SpecsRootTests {
  private func candidates(_ link: String, root: String = ".opencode/specs") -> [String] {
    var found: [String] = []
    SpecsRoot(path: root).visitCandidates(for: link, directories: ["\(root)/012_dig"]) {
      found.append($0)
      return false
    }
    return found
  }

  @Test func threeSpellingsLeadToOneFile() {
    let file = ".opencode/specs/012_dig/plans/a.md"
    #expect(candidates(".opencode/specs/012_dig/plans/a.md").first == file)
    #expect(candidates("012_dig/plans/a.md").contains(file))
    #expect(candidates("plans/a.md").contains(file))
  }

  @Test func anotherRootsPrefixIsTakenForThisOne() {
    #expect(candidates("specs/012_dig/a.md").contains(".opencode/specs/012_dig/a.md"))
  }

  @Test func archivedTasksAreFoundInTheArchive() {
    #expect(candidates("specs/012_dig/a.md").contains(".opencode/specs/archive/012_dig/a.md"))
    #expect(candidates("012_dig/a.md").contains(".opencode/specs/vault/012_dig/a.md"))
  }

  @Test func aNeighborIsFoundFromTheTasksDirectory() {
    #expect(candidates("../013_sow/a.md").contains(".opencode/specs/013_sow/a.md"))
  }

  @Test func nothingLeavesTheRepository() {
    #expect(candidates("../../../etc/passwd").isEmpty)
    #expect(candidates("../../docs/a.md") == ["docs/a.md"])
    #expect(candidates("").isEmpty)
  }

  @Test(arguments: [
    ("a/b", "a/b"), ("./a", "a"), ("a/", "a"), ("a//b", "a/b"), ("a/../b", "b"), ("..", nil),
    ("a/../..", nil),
    (".a/b..c", ".a/b..c"), ("", ""),
  ])
  func paths(_ path: String, _ expected: String?) {
    #expect(RelativePath.normalized(path) == expected)
  }
}
