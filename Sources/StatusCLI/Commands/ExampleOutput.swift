import StatusDiagnostics
import StatusEngine
import StatusModel
import StatusReport
import StatusRules
import StatusText

/// What `check` prints about the example of a rule, found by running the rule on it.
package struct ExampleOutput {
  private let rule: String

  /// The output about examples of `rule`.
  package init(_ rule: RuleDescriptor) { self.rule = rule.name }

  /// The findings in `example` as the format `text` shows them, without the newlines at the end; nil if nothing is found.
  package func text(of example: RuleExample) -> String? {
    guard let result = result(of: example), !result.findings.isEmpty else { return nil }
    let bytes = FindingText.render(
      result, ReportOptions(toolVersion: Version.current, timestamp: Self.now, width: Self.width))
    return String(
      decoding: bytes[..<(bytes.lastIndex { $0 != UInt8(ascii: "\n") }.map { $0 + 1 } ?? 0)], as: UTF8.self)
  }

  /// The findings in `example`.
  func findings(in example: RuleExample) -> [Finding] { result(of: example)?.findings ?? [] }

  private func result(of example: RuleExample) -> CheckResult? {
    guard let now = Timestamp(secondsSince1970: Self.now),
      let tree = snapshot(of: example.files, at: now)
    else { return nil }
    let earlier = example.earlier.isEmpty ? nil : snapshot(of: example.earlier, at: now)?.workspace
    let inspection = Inspection(
      tree, Inspection.Settings(TreeLocation(repository: "", root: Self.root), jobs: 1, earlier: earlier))
    var result = CheckResult.merged(
      [inspection.result()] + others(of: example.files).map { $0.result() })
    // An example leaves out what its fault does not need, such as state.json.
    let paths = Set(example.files.map(\.path))
    result.findings.removeAll { finding in
      finding.rule != rule || finding.location.map { !paths.contains($0.path) } ?? false
    }
    return result
  }

  private static let root = SpecsRoot(path: "specs")
  /// The present of the examples: 28 May 2026.
  private static let now = 1_780_000_000
  private static let width = 100

  /// The roots of other formats in the example.
  private func others(of files: [RuleExample.File]) -> [PlanInspection] {
    let bytes = Dictionary(
      files.compactMap { file in file.bytes.map { (file.path, $0) } }, uniquingKeysWith: { $1 })
    guard let selection = try? RuleSelection([RuleChoice(select: ["all", rule])]) else { return [] }
    return PlanInspection.all(
      in: MemorySource(bytes), PlanSnapshot.Settings(now: Self.now, jobs: 1, selection: selection))
  }

  private func snapshot(of files: [RuleExample.File], at now: Timestamp) -> Snapshot? {
    // The tree is there, even if nothing is in it.
    var bytes: [String: [UInt8]] = ["specs/.keep": []]
    for file in files { bytes[file.path] = file.bytes }
    var settings = Snapshot.Settings(now: now)
    settings.keepsBytes = true
    settings.jobs = 1
    settings.selection = try? RuleSelection([RuleChoice(select: ["all", rule])])
    return try? .read(Self.root, from: MemorySource(bytes), settings)
  }
}
