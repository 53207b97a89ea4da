import StatusCLI
import StatusDevTools
import StatusDiagnostics
import StatusModel
import StatusRules
import StatusTestTrees
import Testing

/// What a safe fix restores is what was there before, byte for byte.
@Suite struct RestorationTests {
  /// The files of the clean trees, which take longer to make than to check.
  private static let files: [SyntheticProfile: [String: [UInt8]]] = {
    var trees: [SyntheticProfile: [String: [UInt8]]] = [:]
    for profile in SyntheticProfile.allCases {
      SyntheticTree(taskCount: 20, archivedCount: 2, profile: profile).forEachFile { file in
        trees[profile, default: [:]][file.path] = file.bytes
      }
    }
    return trees
  }()

  /// A clean tree, with its files' line ends.
  private func tree(_ profile: SyntheticProfile, lineEnd: String) throws -> MemoryTree {
    let now = try #require(Timestamp.read("2026-06-01T00:00:00Z").found?.timestamp)
    let files = lineEnd == "\n" ? Self.files : Self.carriageReturns
    return MemoryTree(
      files: try #require(files[profile]), profile: Profile.named(profile.rawValue), now: now)
  }

  private static let carriageReturns = files.mapValues { $0.mapValues { with("\r\n", $0) } }

  private static func with(_ lineEnd: String, _ bytes: [UInt8]) -> [UInt8] {
    if lineEnd == "\n" { return bytes }
    var output: [UInt8] = []
    for byte in bytes { output += byte == 0x0A ? Array(lineEnd.utf8) : [byte] }
    return output
  }

  @Test("the tree is clean", arguments: SyntheticProfile.allCases, ["\n", "\r\n"])
  func isClean(profile: SyntheticProfile, lineEnd: String) throws {
    #expect(try tree(profile, lineEnd: lineEnd).findings().map(\.message) == [])
  }

  @Test("a form that was spoiled is restored", arguments: Breakage.all, SyntheticProfile.allCases)
  func restores(breakage: Breakage, profile: SyntheticProfile) throws {
    guard breakage.profiles.contains(profile) else { return }
    var count = 0
    for path in (Self.files[profile] ?? [:]).keys.filter(breakage.applies).sorted() {
      // A few files of each kind show what a hundred do.
      if count >= 3 { break }
      let text = String(decoding: Self.files[profile]?[path] ?? [], as: UTF8.self)
      for spoiled in breakage.spoil(text) where spoiled != text {
        let lineEnd = count % 2 == 0 ? "\n" : "\r\n"
        var clean = try tree(profile, lineEnd: lineEnd)
        clean.selection = try RuleSelection([RuleChoice(select: [breakage.rule])])
        var broken = clean
        broken.files[path] = Self.with(lineEnd, Array(spoiled.utf8))
        let fixed = try #require(self.fixed(broken, breakage, path) as MemoryTree?, "\(path)")
        #expect(fixed.files[path] == clean.files[path], "\(path)")
        #expect(fixed.files == clean.files, "\(path)")
        count += 1
      }
    }
    #expect(count > 0, "nothing to spoil")
  }

  /// The tree after all safe fixes; nil if nothing is found, or a finding has none.
  private func fixed(_ broken: MemoryTree, _ breakage: Breakage, _ path: String) -> MemoryTree? {
    var tree = broken
    let found = tree.findings()
    guard !found.isEmpty, found.allSatisfy({ $0.rule == breakage.rule }) else { return nil }
    for _ in 0..<12 {
      guard let fix = tree.findings().lazy.compactMap(\.fix).first(where: { $0.applicability == .safe })
      else {
        break
      }
      guard let next = tree.applying(fix) else { return nil }
      tree = next
    }
    return tree
  }

  @Test("numbers that are given away already move on, in both files")
  func restoresNextNumber() throws {
    for profile in SyntheticProfile.allCases {
      var clean = try tree(profile, lineEnd: "\n")
      clean.selection = try RuleSelection([RuleChoice(select: ["next-number"])])
      var broken = clean
      for path in ["specs/TODO.md", "specs/state.json"] {
        let text = String(decoding: clean.files[path] ?? [], as: UTF8.self)
        broken.files[path] = Array(
          text.replacing("next_project_number: 23", with: "next_project_number: 22")
            .replacing("\"next_project_number\": 23", with: "\"next_project_number\": 22").utf8)
      }
      #expect(broken.files != clean.files)
      let fixes = broken.findings().compactMap(\.fix)
      #expect(fixes.count == 1)
      #expect(try broken.applying(#require(fixes.first))?.files == clean.files)
    }
  }

  @Test("a Task Order that was left behind follows the entries")
  func restoresTaskOrder() throws {
    for profile in SyntheticProfile.allCases {
      var clean = try tree(profile, lineEnd: "\n")
      clean.selection = try RuleSelection([RuleChoice(select: ["task-order-mismatch"])])
      let text = String(decoding: clean.files["specs/TODO.md"] ?? [], as: UTF8.self)
      let tasks = text.matches(of: /### (\d+)\. [^\n]*\n(?:[^#\n][^\n]*\n)*?- \*\*Status\*\*: (\[[A-Z ]+\])/)
      #expect(tasks.count > 10)
      func list(_ status: (Substring) -> String) -> [UInt8] {
        let lines = tasks.map { "\($0.1) \(status($0.2)) - as it is\n" }.joined()
        return Array((text + "\n## Task Order\n\n" + lines).utf8)
      }
      clean.files["specs/TODO.md"] = list { String($0) }
      #expect(clean.findings().isEmpty)
      var broken = clean
      broken.files["specs/TODO.md"] = list { $0 == "[BLOCKED]" ? "[PLANNED]" : "[BLOCKED]" }
      while let fix = broken.findings().lazy.compactMap(\.fix).first {
        #expect(fix.applicability == .safe)
        broken = try #require(broken.applying(fix))
      }
      #expect(broken.files == clean.files)
    }
  }

  @Test("every rule with a safe fix is tried")
  func triesEveryRule() {
    // A file that is created need not be the one that was there.
    let tried = Set(Breakage.all.map(\.rule)).union([
      "next-number", "task-order-mismatch", "missing-project-state",
    ])
    let own = RuleCatalogue.rules.filter { !$0.isFormatRule }.map(\.descriptor)
    #expect(Set(own.filter { $0.fix == .safe }.map(\.name)) == tried)
  }
}
