import StatusSyntax
import StatusText
import Testing

@testable import StatusModel

struct ProfileDetectionTests {
  private func detect(_ entries: String, claude: Bool = false, opencode: Bool = false) -> String {
    let tree = JSONTree(SourceText(#"{"active_projects": [\#(entries)]}"#))
    let detection =
      ProfileDetection(registry: tree)
      ?? ProfileDetection(
        markdown: ProfileFields(), undecided: tree, hasClaudeDirectory: claude,
        hasOpencodeDirectory: opencode)
    return detection.profile.name
  }

  @Test func entriesDecide() {
    #expect(detect(#"{"task_type": "meta"}"#) == "claude")
    #expect(detect(#"{"artifacts": [{"path": "a"}]}"#) == "claude")
    #expect(detect(#"{"artifacts": ["a"]}"#, claude: true) == "opencode")
    #expect(detect(#"{"task_type": "meta"}, {"artifacts": ["a"]}, {"artifacts": ["b"]}"#) == "opencode")
  }

  @Test func directoriesDecideWhereNoEntryDoes() {
    #expect(detect(#"{"language": "lean"}"#) == "opencode")
    #expect(detect(#"{"language": "lean"}"#, claude: true) == "claude")
    #expect(detect(#"{"language": "lean"}"#, claude: true, opencode: true) == "opencode")
    #expect(detect("7") == "opencode")
  }
}
