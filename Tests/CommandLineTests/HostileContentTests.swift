import StatusTestSupport
import Testing

/// Hostile bytes. The program reports findings about them and ends, its reports are well-formed, and control characters
/// are escaped.
@Suite(.timeLimit(.minutes(5)))
struct HostileContentTests {
  /// Checks the tree and shows it, which ends with `show`.
  private func survive(
    _ tree: SampleTree, show code: Int32, location: SourceLocation = #_sourceLocation
  ) async throws {
    let report = try await tree.run(
      "check", "specs", "--format", "json", "--select", "all", location: location)
    #expect(report.exitCode == 1, "\(report.testDescription)", sourceLocation: location)
    #expect(try report.findings(location) != [], sourceLocation: location)
    let show = try await tree.run("show", "--root", "specs", "--format", "json", location: location)
    #expect(show.exitCode == code, "\(show.testDescription)", sourceLocation: location)
    _ = try show.json(location)
  }

  /// Checks the tree for people, and outlines `file`, which ends with `code`.
  private func outline(
    _ tree: SampleTree, _ file: String, _ code: Int32, location: SourceLocation = #_sourceLocation
  ) async throws {
    let text = try await tree.run("check", "specs", location: location)
    #expect(text.exitCode == 1, "\(text.testDescription)", sourceLocation: location)
    for format in ["text", "json"] {
      let outline = try await tree.run("outline", "specs/\(file)", "--format", format, location: location)
      #expect(outline.exitCode == code, "\(outline.testDescription)", sourceLocation: location)
    }
  }

  @Test(arguments: ["[", "{\"a\":", "{\"active_projects\":[", "[[{\"active_projects\":"])
  func nestedJSON(_ opening: String) async throws {
    let tree = try SampleTree()
    try tree.write(String(repeating: opening, count: 100_000), to: "state.json")
    try tree.write(
      "{\"active_projects\":" + String(repeating: "[", count: 100_000), to: "001_first_task/state.json")
    try await survive(tree, show: 3)
    try await outline(tree, "state.json", 1)
  }

  @Test(arguments: [
    "> ", "- ", "[", "1. ", "* - > ", "  ", "\t", "`", "<", "**", "### 1. ", "|", "<!--", "([",
  ])
  func nestedMarkdown(_ opening: String) async throws {
    let tree = try SampleTree()
    let bomb = String(repeating: opening, count: 100_000) + "\n\n### 7. Task\n- **Status**: [NOT STARTED]\n"
    try tree.write(SampleTree.taskList + bomb, to: "TODO.md")
    try tree.write(SampleTree.planText + bomb, to: SampleTree.plan)
    let check = try await tree.run("check", "specs", "--select", "all")
    #expect(check.exitCode == 1, "\(check.testDescription)")
    let outline = try await tree.run("outline", "specs/\(SampleTree.plan)")
    #expect(outline.exitCode == 0, "\(outline.testDescription)")
  }

  /// Fifty million bytes without a line end; a program that is not optimised takes six seconds for them.
  private static var longLine: Int {
    #if DEBUG
      2_000_000
    #else
      50_000_000
    #endif
  }

  @Test(arguments: ["TODO.md", "state.json", SampleTree.plan])
  func aLongLine(_ name: String) async throws {
    let tree = try SampleTree()
    var bytes = Array(
      (name == "state.json" ? "{\"active_projects\": [{\"project_number\": 1, \"x\": \"" : "### 1. A [").utf8)
    bytes += [UInt8](repeating: UInt8(ascii: "x"), count: Self.longLine)
    bytes += Array((name == "state.json" ? "\"}]}" : "\n").utf8)
    try tree.write(bytes, to: name)
    let outcome = try await tree.run("check", "specs", "--select", "all")
    #expect(outcome.exitCode == 1, "\(outcome.testDescription)")
    #expect(outcome.outputBytes.count < 100_000)
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count < 1000 })
  }

  /// What is not one JSON object.
  private static let brokenDocuments: [String] = [
    "", " ", "\n", "\0", "[]", "null", "42", "\"x\"", "true", "-", "{", "}", "{} {}", "[] []", "{}\n{}",
    "nul",
    "// comment\n{\"active_projects\": [],}", "<<<<<<< ours\n{}\n=======\n[]\n>>>>>>> theirs\n",
  ]

  private static let objects: [String] = [
    "{}", "{\"active_projects\": null}", "{\"active_projects\": {}}", "{\"active_projects\": 42}",
    "{\"active_projects\": \"x\"}",
    "{\"active_projects\": [null, 42, \"x\", [], true, {}, {\"status\": {}}]}",
    "{\"active_projects\": [{\"project_number\": 1, \"status\": [\"x\"], \"project_name\": 7}]}",
    "{\"active_projects\": [], \"active_projects\": [{\"project_number\": 1}]}",
    "{\"next_project_number\": \"three\", \"active_projects\": [{\"project_number\": null}]}",
    "\u{FEFF}{\"active_projects\": []}",
    "{\"active_projects\": [{\"project_number\": 1, \"status\": \"a\\u0000b\\ud800\\u001b[31m\"}]}",
  ]

  /// JSON that does not make a directory a tree.
  private static let notRegistries: Set = ["{}", "[]", "null", "42", "\"x\"", "true"]

  @Test(arguments: brokenDocuments) func brokenRegistries(_ document: String) async throws {
    try await surviveRegistry(document, show: 3)
  }

  @Test(arguments: objects) func oddRegistries(_ document: String) async throws {
    try await surviveRegistry(document, show: 0)
  }

  private func surviveRegistry(_ document: String, show: Int32) async throws {
    let tree = try SampleTree()
    try tree.write(document, to: "state.json")
    try tree.write(document, to: "001_first_task/state.json")
    try tree.write(document, to: "errors.json")
    try tree.write(document, to: "archive/state.json")
    try await survive(tree, show: show)
    // Without TODO.md beside it too, whether or not that is still a tree.
    tree.remove("TODO.md")
    let alone = try await tree.run("check", "specs", "--format", "json")
    #expect(
      alone.exitCode == (Self.notRegistries.contains(document) ? 2 : 1), "\(alone.testDescription)")
  }

  @Test(
    arguments: [
      ("0", 0), ("-1", 2), ("-0", 2), ("1.5", 2), ("1.0", 2), ("1e0", 2), ("1e3", 2), ("1e400", 2),
      ("-1e-400", 2), ("9223372036854775807", 1), ("9223372036854775808", 2), ("18446744073709551616", 2),
      ("1\(String(repeating: "0", count: 5000))", 2), ("4294967296", 1), ("999999999", 0), ("0x10", 2),
      ("007", 3),
    ] as [(String, Int32)])
  func oddNumbers(_ number: String, code: Int32) async throws {
    let tree = try SampleTree()
    let registry = SampleTree.registry.replacing(
      "\"project_number\": 2", with: "\"project_number\": \(number)"
    )
    .replacing("\"next_project_number\": 3", with: "\"next_project_number\": \(number)")
    try tree.write(registry, to: "state.json")
    try tree.write(SampleTree.taskList.replacing("### 2.", with: "### \(number)."), to: "TODO.md")
    try tree.write("{\"project_number\": \(number)}", to: "001_first_task/state.json")
    try tree.write("# Plan\n\n### Phase \(number): X [COMPLETED]\n", to: "\(number.prefix(200))_x/plans/a.md")
    // JSON has no numbers of the last two forms.
    try await survive(tree, show: number == "0x10" || number == "007" ? 3 : 0)
    let show = try await tree.run("show", number)
    #expect(show.exitCode == code, "\(show.testDescription)")
  }

  /// What no text has, or no string in JSON.
  private static let brokenBytes: [[UInt8]] = [
    [0xFF, 0xFE, 0x00, 0x00], [0x80], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0],
    [0x1B, 0x5B, 0x33, 0x31, 0x6D], [0x07, 0x08, 0x0C, 0x7F], [0x0D], [0x0D, 0x0A],
    [UInt8](repeating: 0, count: 2000), Array("\n##[error]x\n::error::x\n".utf8),
  ]

  private static let oddBytes: [[UInt8]] = [
    [0xEF, 0xBB, 0xBF], [0xC2, 0x9B, 0x31, 0x6D], [0xE2, 0x80, 0xAE, 0x78], [0xE2, 0x80, 0xA8],
    [0xF4, 0x8F, 0x9E, 0x80],
  ]

  /// Wherever a rule may quote them.
  @Test(arguments: brokenBytes) func bytesOfNoText(_ bytes: [UInt8]) async throws {
    try await surviveBytes(bytes, show: 3, outline: 1)
  }

  @Test(arguments: oddBytes) func bytesOfOddText(_ bytes: [UInt8]) async throws {
    try await surviveBytes(bytes, show: 0, outline: 0)
  }

  private func surviveBytes(_ odd: [UInt8], show: Int32, outline code: Int32) async throws {
    let tree = try SampleTree()
    func spoiled(_ text: String) -> [UInt8] {
      let marks = [
        "First task", "[IMPLEMENTING]", "\"implementing\"", "first_task\"", "[COMPLETED]", "2025-12",
        "general",
      ]
      var bytes = Array(text.utf8)
      for mark in marks.map({ Array($0.utf8) }) {
        var start = 0
        while start + mark.count <= bytes.count {
          if bytes[start..<(start + mark.count)].elementsEqual(mark) {
            bytes.insert(contentsOf: odd, at: start + mark.count / 2)
            start += mark.count + odd.count
          }
          start += 1
        }
      }
      return bytes
    }
    try tree.write(spoiled(SampleTree.taskList), to: "TODO.md")
    try tree.write(spoiled(SampleTree.registry), to: "state.json")
    try tree.write(spoiled(SampleTree.planText), to: SampleTree.plan)
    try await survive(tree, show: show)
    try await outline(tree, "TODO.md", 0)
    try await outline(tree, "state.json", code)
    for arguments in [["show"], ["show", "1"]] {
      let outcome = try await tree.run(arguments)
      #expect(outcome.exitCode == show, "\(outcome.testDescription)")
    }
    let reports = ["junit", "concise", "text"].flatMap { ["--report", "\($0)=/dev/stdout"] }
    var guarded = tree.invocation(
      ["check", "specs", "--select", "all", "--junit-detail", "all"] + reports)
    guarded.variables["GITHUB_ACTIONS"] = "true"
    let outcome = try await guarded.run()
    #expect(!outcome.output.contains("##["))
    #expect(outcome.output.split(separator: "\n").allSatisfy { !$0.drop { $0 == " " }.hasPrefix("::") })
  }

  @Test func emptyFilesEverywhere() async throws {
    let tree = try SampleTree()
    for name in ["TODO.md", "state.json", SampleTree.plan, "001_first_task/state.json"] {
      try tree.write("", to: name)
    }
    try await survive(tree, show: 3)
    try await outline(tree, "TODO.md", 0)
  }
}
