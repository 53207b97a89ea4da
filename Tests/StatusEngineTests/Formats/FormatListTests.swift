import StatusDiagnostics
import StatusFormats
import StatusRules
import StatusTestSupport
import StatusTestTrees
import Testing

/// The list of formats, against the catalogue of rules and the corpus.
@Suite struct FormatListTests {
  @Test("every rule of a format is in the catalogue, and formats have different names")
  func rulesAreKnown() {
    for format in PlanFormats.all {
      let unknown = format.rules.filter { RuleCatalogue.descriptor(named: $0)?.name != $0 }
      #expect(unknown.isEmpty, "\(format.name): \(unknown.sorted())")
      #expect(!format.marks.isEmpty)
    }
    #expect(Set(PlanFormats.all.map(\.name)).count == PlanFormats.all.count)
  }

  @Test("every rule that only formats have is reported by one")
  func rulesAreReported() {
    let reported = PlanFormats.all.reduce(into: Set<String>()) { $0.formUnion($1.rules) }
    let own = RuleCatalogue.rules.filter(\.isFormatRule).map(\.descriptor.name)
    #expect(own.filter { !reported.contains($0) } == [])
  }

  @Test("a format reports only rules that it lists")
  func findingsAreListed() throws {
    let files = try MemoryTree.files(below: "\(Project.directory)/Corpus/formats")
    var repositories: [String: [String: [UInt8]]] = [:]
    for (path, bytes) in files {
      let parts = path.split(separator: "/", maxSplits: 4).map(String.init)
      guard parts.count == 5, parts[3] == "before" else { continue }
      repositories[parts[..<3].joined(separator: "/"), default: [:]][parts[4]] = bytes
    }
    var checked: Set<String> = []
    for (name, files) in repositories {
      var tree = MemoryTree(files: files, now: .seconds(1_780_000_000))
      tree.selection = try RuleSelection([RuleChoice(select: ["all"])])
      for other in tree.otherFormats() {
        checked.insert(other.snapshot.format.name)
        let strangers = other.findings.map(\.rule).filter { !other.snapshot.format.reported.contains($0) }
        #expect(strangers.isEmpty, "\(name)")
      }
    }
    #expect(checked == Set(PlanFormats.all.map(\.name)))
  }
}
