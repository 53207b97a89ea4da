import StatusCLI
import StatusDevTools
import StatusFileSystem
import StatusTestSupport
import Testing

@Suite struct SyntheticTreeTests {
  /// All files of a tree by path, as text.
  private func files(
    tasks: Int = 60, archived: Int = 0, profile: SyntheticProfile, seed: UInt64 = 1
  ) -> [String: String] {
    var files: [String: String] = [:]
    SyntheticTree(taskCount: tasks, archivedCount: archived, profile: profile, seed: seed).forEachFile {
      files[$0.path] = String(decoding: $0.bytes, as: UTF8.self)
    }
    return files
  }

  @Test(arguments: SyntheticProfile.allCases)
  func theSameArgumentsGiveTheSameTree(profile: SyntheticProfile) {
    let first = files(archived: 5, profile: profile)
    #expect(first == files(archived: 5, profile: profile))
    #expect(first != files(archived: 5, profile: profile, seed: 2))
  }

  @Test func twentyTasksHaveEveryStatus() throws {
    let markers = [
      "NOT STARTED", "IN PROGRESS", "RESEARCHING", "PLANNING", "REVISING", "IMPLEMENTING", "RESEARCHED",
      "PLANNED", "REVISED", "PARTIAL", "BLOCKED", "COMPLETED", "ABANDONED",
    ]
    let opencode = try #require(files(tasks: 20, profile: .opencode)["specs/TODO.md"])
    let claude = try #require(files(tasks: 20, profile: .claude)["specs/TODO.md"])
    for marker in markers { #expect(opencode.contains("- **Status**: [\(marker)]\n")) }
    for marker in markers + ["EXPANDED", "PR READY"] {
      #expect(claude.contains("- **Status**: [\(marker)]\n"))
    }
  }

  @Test(arguments: SyntheticProfile.allCases)
  func linksLeadToFilesAndFilesAreLinked(profile: SyntheticProfile) throws {
    let files = files(archived: 10, profile: profile)
    var linked: Set<String> = []
    for registry in ["specs/state.json", "specs/archive/state.json"] {
      let text = try #require(files[registry])
      for piece in text.split(separator: "\"") where piece.hasPrefix("specs/") {
        #expect(files[String(piece)]?.isEmpty == false, "\(piece)")
        linked.insert(String(piece))
      }
    }
    let artifacts = files.keys.filter { $0.hasSuffix(".md") && $0 != "specs/TODO.md" }
    #expect(Set(artifacts) == linked)
    #expect(artifacts.contains { $0.contains("/archive/") })
    #expect(artifacts.contains { $0.contains("/summaries/") })
  }

  @Test(arguments: SyntheticProfile.allCases)
  func aCompletedPlanHasOnlyCompletedPhases(profile: SyntheticProfile) {
    var completed = 0
    for (path, text) in files(profile: profile) where path.contains("/plans/") {
      let lines = text.split(separator: "\n")
      guard lines.contains("- **Status**: [COMPLETED]") else { continue }
      completed += 1
      let example = lines.filter { $0 == "### Phase 9: Example [IN PROGRESS]" }.count
      let phases = lines.filter { $0.hasPrefix("### Phase ") }
      #expect(phases.filter { $0.hasSuffix(" [COMPLETED]") }.count + example == phases.count)
      #expect(phases.count - example >= 3)
    }
    #expect(completed > 5)
  }

  @Test(arguments: SyntheticProfile.allCases)
  func anEmptyTreeHasItsTwoFiles(profile: SyntheticProfile) {
    let files = files(tasks: 0, profile: profile)
    #expect(files.keys.sorted() == ["specs/TODO.md", "specs/state.json"])
    #expect(files["specs/state.json"]?.contains("\"next_project_number\": 1,") == true)
  }

  @Test func whatIsWrittenIsWhatWasMade() throws {
    let tree = SyntheticTree(taskCount: 40, archivedCount: 3)
    let temporary = try TemporaryDirectory()
    let tally = try SyntheticTreeWriter(tree).write(to: "\(temporary.path)/below/it")
    let directory = try Directory(opening: "\(temporary.path)/below/it")
    var count = 0
    try tree.forEachFile { file in
      let written = try directory.read(file.path, limit: 1 << 20)
      #expect(written == file.bytes)
      count += 1
    }
    #expect(tally.files == count && count > 60)
    let error = #expect(throws: FileSystemError.self) {
      try SyntheticTreeWriter(tree).write(to: "\(temporary.path)/below/it")
    }
    #expect(error?.errno == .fileExists)
  }
}
