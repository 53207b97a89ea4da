import StatusDiagnostics
import StatusText
import Testing

@testable import StatusReport

@Suite struct JUnitReportTests {
  private func document(_ result: CheckResult, detailAll: Bool = false) throws -> XMLNode {
    var options = SampleResult.options
    options.junitDetailAll = detailAll
    let document = try JUnitDocument(ReportFormat.junit.render(result, options))
    #expect(document.violations == [])
    return document.root
  }

  @Test func worked() throws {
    #expect(
      try SampleResult.text(.junit, SampleResult.worked) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites>
          <testsuite name="specs/TODO.md" package="statuslint" id="0" timestamp="2026-01-15T09:30:00" \
        hostname="localhost" tests="3" failures="2" errors="0" skipped="0" time="0.000">
            <properties>
              <property name="statuslint.version" value="0.1.0"/>
            </properties>
            <testcase name="parse" classname="specs.TODO_md" time="0.000"/>
            <testcase name="status-mismatch" classname="specs.TODO_md" time="0.000">
              <failure message="specs/TODO.md:4:15: TODO.md says &quot;DOEN&quot;, state.json says \
        &quot;completed&quot;" type="error">specs/TODO.md:4:15: error: TODO.md says &quot;DOEN&quot;, \
        state.json says &quot;completed&quot; [status-mismatch]
        </failure>
            </testcase>
            <testcase name="unknown-marker" classname="specs.TODO_md" time="0.000">
              <failure message="specs/TODO.md:4:15: unknown status &quot;DOEN&quot;; did you mean \
        [COMPLETED]?" type="error">specs/TODO.md:4:15: error: unknown status &quot;DOEN&quot;; did you mean [COMPLETED]? \
        [unknown-marker]
        </failure>
            </testcase>
            <system-out/>
            <system-err/>
          </testsuite>
          <testsuite name="specs/state.json" package="statuslint" id="1" timestamp="2026-01-15T09:30:00" \
        hostname="localhost" tests="2" failures="1" errors="0" skipped="0" time="0.000">
            <properties>
              <property name="statuslint.version" value="0.1.0"/>
            </properties>
            <testcase name="parse" classname="specs.state_json" time="0.000"/>
            <testcase name="missing-state-field" classname="specs.state_json" time="0.000">
              <failure message="specs/state.json:3:5: no &quot;title&quot;" type="warning">\
        specs/state.json:3:5: warning: no &quot;title&quot; [missing-state-field]
        </failure>
            </testcase>
            <system-out/>
            <system-err/>
          </testsuite>
          <testsuite name="(tree)" package="statuslint" id="2" timestamp="2026-01-15T09:30:00" \
        hostname="localhost" tests="2" failures="1" errors="0" skipped="0" time="0.012">
            <properties>
              <property name="statuslint.version" value="0.1.0"/>
              <property name="statuslint.profile" value="opencode"/>
            </properties>
            <testcase name="completed" classname="(tree)" time="0.012"/>
            <testcase name="dependency-cycle" classname="(tree)" time="0.000">
              <failure message="(tree): tasks 1 and 2 need each other" type="error">(tree): error: tasks \
        1 and 2 need each other [dependency-cycle]
        </failure>
            </testcase>
            <system-out>profile opencode: most entries have task_type
        3 errors, 1 warning in 2 files; 1 fixable with --fix (2 files)
        </system-out>
            <system-err/>
          </testsuite>
        </testsuites>

        """)
  }

  @Test(arguments: JUnitSamples.names, [false, true])
  func samplesSatisfyTheSchemaAndCount(name: String, detailAll: Bool) throws {
    let root = try document(JUnitSamples.result(name), detailAll: detailAll)
    for (index, suite) in root.children.enumerated() {
      let cases = suite.all("testcase")
      #expect(suite.attributes["id"] == String(index))
      #expect(suite.attributes["tests"] == String(cases.count))
      for (attribute, element) in [("failures", "failure"), ("errors", "error"), ("skipped", "skipped")] {
        #expect(suite.attributes[attribute] == String(cases.filter { $0[element] != nil }.count))
      }
    }
    #expect(root.children.last?.named("completed") != nil)
  }

  @Test func aCleanFileHasOnePassingCase() throws {
    let root = try document(
      SampleResult.result(files: [SampleResult.file("a/b.md", "x", rules: ["some-rule"])]))
    #expect(root.children.map { $0.attributes["name"] } == ["a/b.md", "(tree)"])
    #expect(root.children[0].all("testcase").map { $0.attributes["name"] } == ["parse"])
    #expect(root.children[0].all("testcase")[0].children.isEmpty)
    #expect(root.children[1]["system-out"]?.text == "profile opencode: by default\nno findings (1 file)\n")
  }

  @Test func aFindingThatIsGoneFromTheBaselineIsALine() throws {
    let output = try document(SampleResult.stale).children.last?["system-out"]?.text ?? ""
    let line = output.split(separator: "\n").first ?? ""
    #expect(line.hasPrefix("specs/TODO.md: stale: ") && line.hasSuffix("but is no longer found"), "\(output)")
  }

  @Test func detailAllListsPassingRules() throws {
    let file = SampleResult.file("a.md", "x", rules: ["b-rule", "c-rule"])
    let finding = SampleResult.finding("a-rule", "m", at: Location(path: "a.md", range: .zero))
    let root = try document(SampleResult.result([finding], files: [file]), detailAll: true)
    let names = root.children[0].all("testcase").map { $0.attributes["name"] }
    #expect(names == ["parse", "a-rule", "b-rule", "c-rule"])
    #expect(root.children[0].named("b-rule")?.children.isEmpty == true)
  }

  @Test func findingsBelowTheThresholdPass() throws {
    let place = Location(path: "a.md", range: .zero)
    let findings = [
      SampleResult.finding("a-rule", "grave", at: place),
      SampleResult.finding("a-rule", "mild", at: place, severity: .info),
      SampleResult.finding("b-rule", "mild", at: place, severity: .warning),
    ]
    let files = [SampleResult.file("a.md", "x")]
    let suite = try document(SampleResult.result(findings, files: files, failOn: .error)).children[0]
    let failure = try #require(suite.named("a-rule")?["failure"])
    #expect(failure.text == "a.md:1:1: error: grave [a-rule]\n")
    #expect(failure.attributes["message"] == "a.md:1:1: grave" && failure.attributes["type"] == "error")
    #expect(suite.named("b-rule")?.children.isEmpty == true)
    #expect(suite["system-out"]?.text == "a.md:1:1: info: mild [a-rule]\na.md:1:1: warning: mild [b-rule]\n")
    let never = try document(SampleResult.result(findings, files: files, failOn: nil)).children[0]
    #expect(never.attributes["failures"] == "0")
  }

  @Test func severalFindingsOfARuleAreOneFailure() throws {
    let findings = (0..<3).map {
      SampleResult.finding(
        "a-rule", "m\($0)", at: Location(path: "a.md", range: ByteRange($0, $0)), severity: .warning)
    }
    let suite = try document(SampleResult.result(findings, files: [SampleResult.file("a.md", "xyz")]))
      .children[0]
    let failure = try #require(suite.named("a-rule")?["failure"])
    #expect(failure.attributes["message"] == "a.md:1:1: m0 (and 2 more)")
    #expect(failure.attributes["type"] == "warning")
    #expect(failure.text.split(separator: "\n").count == 3)
  }

  @Test func outcomes() throws {
    let root = try document(JUnitSamples.outcomes)
    #expect(root.children.map { $0.attributes["name"] } == ["a.json", "b.md", "c", "(tree)"])
    let failed = root.children[0]
    let error = failed.named("parse")?["error"]
    #expect(error?.text == "a.json: expected a value at 1:1" && error?.attributes["message"] == error?.text)
    #expect(failed.named("invalid-json")?["failure"] != nil)
    #expect(failed.named("next-number")?["skipped"]?.text == "not run")
    let suppressed = root.children[1]
    #expect(suppressed.named("emoji-in-heading")?["skipped"]?.text == "suppressed")
    #expect(
      suppressed.named("unknown-marker")?["failure"] != nil && suppressed.named("timestamp-order") == nil)
    // A directory is not read, so it has no parse case.
    #expect(root.children[2].all("testcase").map { $0.attributes["name"] } == ["directory-name"])
  }

  @Test func fixedFindingsPass() throws {
    var result = SampleResult.result(files: [SampleResult.file("a.md", "x")])
    let finding = SampleResult.finding(
      "a-rule", "m", at: Location(path: "a.md", range: .zero), severity: .warning)
    result.fixed = [
      FixedFinding(finding, start: TextPosition(line: 7, column: 3)),
      FixedFinding(SampleResult.finding("b-rule", "tree", at: nil), start: nil),
    ]
    let root = try document(result)
    let suite = root.children[0]
    #expect(suite.named("a-rule")?.children.isEmpty == true)
    #expect(suite["system-out"]?.text == "a.md:7:3: fixed: warning: m [a-rule]\n")
    #expect(suite["properties"]?.named("statuslint.fixed")?.attributes["value"] == "1")
    #expect(root.children[1]["system-out"]?.text.hasPrefix("(tree): fixed: error: tree [b-rule]\n") == true)
  }

  @Test func everyControlCharacterIsShown() throws {
    let root = try document(JUnitSamples.controls)
    let shown = DisplayText.escaped(JUnitSamples.everyControl)
    #expect(
      shown.contains(#"\u{0}\u{1}"#) && shown.contains(#"\u{FFFE}\u{FFFF}"#)
        && shown.hasPrefix("]]> <![CDATA["))
    #expect(root.children[1].attributes["name"] == "specs/failed.json")
    let suite = root.children[0]
    #expect(suite.attributes["name"] == "specs/\(shown).md")
    #expect(suite.named("some-rule")?["failure"]?.text.hasSuffix(": error: \(shown) [some-rule]\n") == true)
    #expect(root.children[1].named("parse")?["error"]?.text == "specs/failed.json: \(shown)")
  }

  @Test func classNamesAreUnique() throws {
    let root = try document(JUnitSamples.paths)
    let classes = root.children.compactMap { $0.all("testcase").first?.attributes["classname"] }
    #expect(Set(classes).count == classes.count && classes.last == "(tree)")
    #expect(Set(classes).isSuperset(of: ["a_b.c", "a_b.c~2", "a_b_c", "(tree)~2"]))
  }

  @Test func longTextsAreCutBetweenCharacters() throws {
    let suite = try document(JUnitSamples.long).children[0]
    let failure = try #require(suite.named("long-message")?["failure"])
    for text in [
      failure.text, suite["system-out"]?.text ?? "", suite.named("long-body")?["failure"]?.text ?? "",
    ] {
      #expect(text.utf8.count <= 65_536 && text.utf8.count > 65_000 && !text.contains("\u{FFFD}"))
      #expect(text.hasSuffix(" bytes left out)"))
    }
    let message = try #require(failure.attributes["message"])
    #expect(message.utf8.count <= 1024 && message.utf8.count > 970)
    #expect(suite.named("long-body")?["failure"]?.attributes["message"]?.hasSuffix(" (and 299 more)") == true)
    let note = try #require(failure.text.firstRange(of: "… ("))
    let kept = failure.text[..<note.lowerBound]
    let whole = "a.md:1:1: error: \(String(repeating: "漢字 <&> ", count: 6600)) [long-message]\n"
    #expect(whole.hasPrefix(kept))
    #expect(failure.text[note.lowerBound...] == "… (\(whole.utf8.count - kept.utf8.count) bytes left out)")
  }

  @Test(arguments: [
    (#"time="0.000""#, #"time="0,000""#), (#"hostname="localhost""#, #"hostname="there""#),
    (#"name="unknown-marker""#, #"name="status-mismatch""#), (#"type="error""#, #"type="grave""#),
    ("<system-err/>", ""), (#"tests="3""#, #"tests="0""#), ("<testsuites>", #"<testsuites name="x">"#),
    ("2026-01-15T09:30:00", "2026-01-15T09:30:00Z"),
  ])
  func theSchemaCanFail(sound: String, broken: String) throws {
    let text = try SampleResult.text(.junit, SampleResult.worked).replacing(
      sound, with: broken, maxReplacements: 1)
    #expect(try JUnitDocument(Array(text.utf8)).violations != [])
  }
}
