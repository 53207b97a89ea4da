import Foundation
import StatusDiagnostics
import StatusEngine
import StatusFormats
import StatusModel
import StatusRules
import StatusTestSupport
import StatusTestTrees
import StatusText
import Testing

/// The cases of other formats beside the checkout: each gives its findings, and its files after safe fixes.
@Suite struct SharedFormatCaseTests {
  private static let directory = "\(Project.directory)/../shared/formats"

  /// The cases of the formats that are known, by their directories.
  private static let cases: [String] = {
    let files = FileManager.default
    let groups = ((try? files.contentsOfDirectory(atPath: directory)) ?? []).filter { $0.hasPrefix("cases-") }
    return groups.flatMap { group in
      ((try? files.contentsOfDirectory(atPath: "\(directory)/\(group)")) ?? []).map { "\(group)/\($0)" }
    }.filter { !$0.hasSuffix(".md") }.filter { path in
      PlanFormats.all.contains { path.contains("/\($0.name)-") || path.hasPrefix("cases-\($0.name)/") }
    }.sorted()
  }()

  @Test(
    "a case gives its findings", .enabled(if: !cases.isEmpty, "needs ../shared/formats"), arguments: cases)
  func findings(name: String) throws {
    let tree = try tree(name)
    let data = try Data(contentsOf: URL(filePath: "\(Self.directory)/\(name)/expected.json"))
    let expected = try Expectation(data)
    let found = tree.otherFormats()
    #expect(
      found.flatMap(\.findings).map { Self.text($0, in: tree) }.sorted()
        == expected.findings.map(\.text).sorted())
    if let roots = expected.roots { #expect(found.map(\.snapshot.tree.root).sorted() == roots.sorted()) }
  }

  @Test(
    "safe fixes give the files of after/, once and for all",
    .enabled(if: !cases.isEmpty, "needs ../shared/formats"),
    arguments: cases)
  func fixes(name: String) throws {
    let tree = try tree(name)
    let after = "\(Self.directory)/\(name)/after"
    let expected =
      FileManager.default.fileExists(atPath: after) ? try MemoryTree.files(below: after) : tree.files
    var fixed = tree
    for other in tree.otherFormats() {
      let outcome = try other.fixed(allowsUnsafe: false, onlyPath: nil) { _, _, _ in true }
      for file in outcome.files { fixed.files[file.path] = file.bytes }
    }
    for (path, bytes) in fixed.files where bytes != expected[path] ?? tree.files[path] {
      Issue.record("\(path):\n\(String(decoding: bytes, as: UTF8.self))")
    }
    for (path, bytes) in expected where fixed.files[path] != bytes { Issue.record("\(path) is not fixed") }
    for other in fixed.otherFormats() {
      #expect(!other.findings.contains { $0.fix?.applicability == .safe })
    }
  }

  private static let realTrees: [String] = {
    let path = "\(Project.directory)/../shared/corpora/formats/gsd"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".oracle.json") }.map {
      "\(path)/\($0.dropLast(".oracle.json".count))"
    }.sorted()
  }()

  @Test(
    "a real tree gives the errors and warnings that were read by people",
    .enabled(if: !realTrees.isEmpty, "needs ../shared/corpora/formats"), arguments: realTrees)
  func realTree(path: String) throws {
    let expected = try Expectation(Data(contentsOf: URL(filePath: "\(path).oracle.json")))
    let tree = try MemoryTree(files: MemoryTree.files(below: path), now: .seconds(1_800_000_000))
    let found = tree.otherFormats().filter { $0.snapshot.format.name == "gsd" }.flatMap(\.findings)
    let important = found.filter { $0.severity >= .warning }.map { Self.text($0, in: tree) }
    #expect(important.sorted() == expected.findings.map(\.text).sorted())
  }

  private func tree(_ name: String) throws -> MemoryTree {
    let files = try MemoryTree.files(below: "\(Self.directory)/\(name)/before")
    var tree = MemoryTree(files: files, now: .seconds(1_800_000_000))
    tree.selection = try RuleSelection([RuleChoice(select: ["all"])])
    return tree
  }

  /// What a case lists: its findings, and perhaps its roots.
  private struct Expectation {
    var findings: [Expected]
    var roots: [String]?

    init(_ data: Data) throws {
      if let list = try? JSONDecoder().decode([Expected].self, from: data) {
        findings = list
      } else {
        let whole = try JSONDecoder().decode(Whole.self, from: data)
        findings = whole.findings
        roots = whole.roots.map(\.path)
      }
    }

    private struct Whole: Decodable {
      let roots: [Root]
      let findings: [Expected]

      struct Root: Decodable { let path: String }
    }
  }

  /// A finding as a case lists it.
  private struct Expected: Decodable {
    let rule: String
    let severity: String
    let path: String
    let line: Int
    let fix: String

    /// The cases were written before the rules had one name for each fault.
    var text: String {
      let rule = rule == "unknown-status" ? "unknown-marker" : rule
      return "\(path):\(line): \(severity) [\(rule)] \(fix)"
    }
  }

  private static func text(_ finding: Finding, in tree: MemoryTree) -> String {
    let place = finding.location ?? Location(path: "", range: .zero)
    let line = LineIndex(bytes: tree.files[place.path] ?? []).line(at: place.range.lower)
    let fix = finding.fix?.applicability.rawValue ?? "none"
    return "\(place.path):\(line): \(finding.severity.name) [\(finding.rule)] \(fix)"
  }
}
