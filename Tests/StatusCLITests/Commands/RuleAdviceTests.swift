import StatusConfiguration
import StatusDiagnostics
import StatusRules
import Testing

@testable import StatusCLI

/// What explain says about a rule works when it is pasted.
struct RuleAdviceTests {
  private static let rules = RuleCatalogue.descriptors.map(\.name)

  @Test(arguments: rules)
  func theCommentSuppressesTheFinding(name: String) throws {
    let rule = try #require(RuleCatalogue.descriptor(named: name))
    let output = ExampleOutput(rule)
    let findings = output.findings(in: rule.bad)
    guard let comment = RuleAdvice(rule).comment, rule.bad.earlier.isEmpty, findings.count == 1 else {
      return
    }
    let places = ([findings[0].location].compactMap { $0 } + findings[0].related.map(\.location)).filter {
      $0.path.hasSuffix(".md")
    }
    let place = try #require(places.first)
    let file = try #require(rule.bad.files.first { $0.path == place.path })
    var lines = String(decoding: file.bytes ?? [], as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let before = String(decoding: (file.bytes ?? [])[..<place.range.lower], as: UTF8.self)
    let frontMatterEnd = lines.first == "---" ? (lines.dropFirst().firstIndex(of: "---") ?? -1) + 1 : 0
    let line = comment.isForFile ? frontMatterEnd : before.count { $0 == "\n" }
    lines.insert(Substring(comment.text), at: line)
    let text = lines.joined(separator: "\n")
    #expect(output.findings(in: rule.bad.replacing(place.path, with: text)).isEmpty, "\(name): \(text)")
  }

  @Test(arguments: rules)
  func theSettingsAreValid(name: String) throws {
    let rule = try #require(RuleCatalogue.descriptor(named: name))
    for line in RuleAdvice(rule).settings {
      let file = ConfigurationFile(
        source: .init(path: "statuslint.json", "{\n  \(line)\n}\n"), directory: "/", identity: "")
      let reader = ConfigurationReader(file, ConfigurationKeys(.current)) {
        path, _ throws(ConfigurationFault) in
        throw ConfigurationFault(.standard, "\(path)")
      }
      #expect(reader.faults.isEmpty, "\(line)")
    }
  }
}
