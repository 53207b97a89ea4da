import StatusTestSupport
import Testing

/// The project is whole wherever it is cloned: nothing in it knows the place where it is worked on.
struct WorkplaceTests {
  /// A text that must not occur in the project, except below some paths.
  struct Trace: Sendable {
    let text: String
    let allowedBeneath: [String]
  }

  // Put together, so that this file has none of them.
  private static let traces = [
    Trace(text: "../" + "shared/design", allowedBeneath: []),
    Trace(text: "../" + "shared/tools", allowedBeneath: ["Tests/"]),
    Trace(text: "../" + "shared/corpora", allowedBeneath: ["Tests/", "scripts/"]),
    Trace(text: "/" + "work/", allowedBeneath: []),
    Trace(text: "/" + "root/", allowedBeneath: []),
    Trace(text: "/" + "home/", allowedBeneath: places),
    Trace(text: "/" + "Users/", allowedBeneath: places),
  ]

  /// What is said about absolute paths needs some.
  private static let places = [
    "Corpus/", "Sources/StatusRules/Artifacts/", "docs/rules/artifact-path.md", "Tests/",
  ]

  @Test("no file refers to the workplace")
  func project() throws {
    let files = try ProjectFile.all(beneath: "")
    #expect(files.contains { $0.path == "Package.swift" } && files.contains { $0.path == "scripts/test" })
    let violations = files.flatMap(Self.violations)
    #expect(violations.isEmpty, "\(violations.joined(separator: "\n"))")
  }

  @Test(
    "a trace is seen",
    arguments: [
      "cd /" + "work/main", "see ../" + "shared/design/cli.md", "(/" + "home/ann/x)", "\"/" + "Users/ann\"",
      "/" + "root/.swiftpm", "ls ../" + "shared/corpora",
    ])
  func seen(text: String) {
    #expect(Self.violations(ProjectFile(path: "docs/usage.md", text: "a\n\(text)\n")).count == 1)
  }

  @Test(
    "what only looks like one is none",
    arguments: [
      ("docs/usage.md", "specs/" + "work/x.md and ~/" + "work/"),
      ("scripts/bench", "../" + "shared/corpora"),
      ("Corpus/rules/artifact-path/a/before/specs/TODO.md", "/" + "home/a"),
    ])
  func unseen(path: String, text: String) {
    #expect(Self.violations(ProjectFile(path: path, text: text)) == [])
  }

  private static func violations(_ file: ProjectFile) -> [String] {
    traces.flatMap { trace -> [String] in
      if trace.allowedBeneath.contains(where: { file.path.hasPrefix($0) }) { return [] }
      guard file.text.contains(trace.text) else { return [] }
      return file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
        index, line in
        contains(line, trace.text) ? "\(file.path):\(index + 1): \(trace.text)" : nil
      }
    }
  }

  /// Whether a path that begins with `text` stands in the line; `a/work/` is another path.
  private static func contains(_ line: Substring, _ text: String) -> Bool {
    guard text.hasPrefix("/") else { return line.contains(text) }
    return line.ranges(of: text).contains { range in
      guard let before = line[..<range.lowerBound].last else { return true }
      return !(before.isLetter || before.isNumber || "~._-*}/$".contains(before))
    }
  }
}
