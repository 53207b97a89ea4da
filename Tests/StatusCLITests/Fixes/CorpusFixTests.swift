import StatusCLI
import StatusDevTools
import StatusDiagnostics
import StatusModel
import StatusRules
import StatusTestSupport
import StatusTestTrees
import StatusText
import Testing

/// Every fix of every case of the corpus, made alone.
@Suite struct CorpusFixTests {
  /// What a fix may bring to light: a status that could not be read before is held against everything now.
  private static let revealed: [String: Set<String>] = [
    "unknown-marker": ["status-mismatch", "missing-timestamp", "missing-reason"]
  ]

  static let cases: [String] = {
    let found = try? CorpusCase.directories(beneath: ["\(Project.directory)/Corpus/rules"])
    return (found ?? []).map { String($0.dropFirst(Project.directory.utf8.count + 1)) }
  }()

  private func tree(_ directory: String) throws -> (tree: MemoryTree, testCase: CorpusCase) {
    let path = "\(Project.directory)/\(directory)"
    let testCase = try CorpusCase(directory: path)
    let now = try #require(Timestamp.read(testCase.now).found?.timestamp)
    var tree = MemoryTree(
      files: try MemoryTree.files(below: "\(path)/before"), profile: testCase.profile.flatMap(Profile.named),
      now: now)
    var select: [String] = []
    var ignore: [String] = []
    var arguments = testCase.arguments[...]
    while let argument = arguments.popFirst() {
      if argument == "--select", let value = arguments.popFirst() {
        select += value.split(separator: ",").map(String.init)
      }
      if argument == "--ignore", let value = arguments.popFirst() {
        ignore += value.split(separator: ",").map(String.init)
      }
      if argument == "--archive" { tree.includesArchive = true }
    }
    tree.selection = try RuleSelection([RuleChoice(select: select, ignore: ignore)])
    return (tree, testCase)
  }

  /// Trees that need a real file system: what cannot be read, links, and what the loader decides by all the names there
  /// are.
  private static let needsDisk = [
    "/unreadable-file/", "/directory-name/other-forms", "/directory-name/linked-plans",
    "/directory-name/number-too-large", "/missing-artifact/other-places", "/missing-artifact/percent-signs",
  ]

  @Test("a tree in memory is checked as one on disk", arguments: cases)
  func memoryIsLikeDisk(directory: String) throws {
    let (tree, testCase) = try tree(directory)
    guard !Self.needsDisk.contains(where: { directory.contains($0) }) else { return }
    let expected = testCase.expected.map { line in
      line.drop { $0 != " " }.dropFirst()
    }
    let found = tree.findings().map { "\($0.severity.name): \($0.message) [\($0.rule)]" }
    #expect(found.sorted() == expected.map(String.init).sorted())
  }

  /// What a finding is about, without the words: these may change with what stands around.
  private struct Topic: Hashable, CustomStringConvertible {
    let rule: String
    let path: String?
    let task: Int?
    let phase: String?

    init(_ finding: Finding, anyFile: Bool) {
      rule = finding.rule
      path = anyFile ? nil : finding.location?.path
      task = finding.task
      phase = finding.phase
    }

    var description: String { "\(rule) \(path ?? "") task \(task ?? -1) phase \(phase ?? "")" }
  }

  private func topics(_ findings: [Finding], anyFile: Bool = false) -> [Topic: Int] {
    Dictionary(findings.map { (Topic($0, anyFile: anyFile), 1) }, uniquingKeysWith: +)
  }

  @Test("a fix alone removes its finding and brings no other", arguments: cases)
  func fixesAlone(directory: String) throws {
    var (tree, _) = try tree(directory)
    tree.selection = try RuleSelection([RuleChoice(select: ["all"])])
    let findings = tree.findings()
    for finding in findings {
      guard let fix = finding.fix else { continue }
      let what =
        "\(finding.rule) at \(finding.location.map { "\($0.path) \($0.range.lower)" } ?? ""): \(fix.description)"
      #expect(!fix.files.isEmpty && fix.files.allSatisfy { !$0.edits.isEmpty }, "\(what)")
      #expect(Set(fix.files.map(\.path)).count == fix.files.count, "\(what)")
      for file in fix.files {
        for edit in file.edits {
          // A file that the fix creates has no bytes yet.
          let old = (tree.files[file.path] ?? [])[edit.range.indices]
          #expect(!old.elementsEqual(edit.replacement), "\(what)")
        }
      }
      let fixed = try #require(tree.applying(fix), "\(what)")
      let after = fixed.findings()
      func count(_ list: [Finding]) -> Int { list.count { $0.identity == finding.identity } }
      #expect(count(after) < count(findings), "\(what) leaves its finding")
      let isSafe = fix.applicability == .safe
      // What is wrong with a task in one file may come to stand in the other one with the rest of the truth.
      let known = topics(findings, anyFile: !isSafe)
      for (topic, count) in topics(after.filter { isSafe || $0.severity == .error }, anyFile: !isSafe) {
        if Self.revealed[finding.rule]?.contains(topic.rule) ?? false { continue }
        #expect(
          count <= known[topic, default: 0] || !isSafe && known[topic] != nil, "\(what) brings \(topic)")
      }
    }
  }

  @Test("every rule that says it has fixes has one in the corpus")
  func everyFixIsSeen() throws {
    var safe: Set<String> = []
    var unsafe: Set<String> = []
    for directory in Self.cases {
      var (tree, _) = try tree(directory)
      tree.selection = try RuleSelection([RuleChoice(select: ["all"])])
      for finding in tree.findings() {
        guard let fix = finding.fix else { continue }
        if fix.applicability == .safe { safe.insert(finding.rule) } else { unsafe.insert(finding.rule) }
      }
    }
    for scoped in RuleCatalogue.rules {
      // Those of a rule about a change are seen in Corpus/history, those of other formats in Corpus/formats.
      if case .change = scoped { continue }
      if scoped.isFormatRule { continue }
      let rule = scoped.descriptor
      switch rule.fix {
      case .safe: #expect(safe.contains(rule.name), "\(rule.name)")
      case .unsafe: #expect(unsafe.contains(rule.name) && !safe.contains(rule.name), "\(rule.name)")
      case .none: #expect(!safe.contains(rule.name) && !unsafe.contains(rule.name), "\(rule.name)")
      }
    }
  }
}
