import StatusConfiguration
import StatusDiagnostics
import StatusText
import Testing

@Suite struct ConfigurationReaderTests {
  @Test("comments and trailing commas are allowed, and each setting has its place")
  func readsSettings() throws {
    let read = ReadConfiguration(
      """
      {
        // the standard
        "profile": "claude",
        "ignore": ["markers", /* for now */ "skipped-phase",],
        "severity": {"status-mismatch": "warning"},
        "sizeLimit": "2M",
      }
      """)
    #expect(read.faults == [])
    let configuration = read.configuration()
    #expect(configuration.profile == "claude")
    #expect(
      configuration[.profile]?.origin
        == .file("statuslint.json", directory: "/work", TextPosition(line: 3, column: 14)))
    #expect(configuration[.sizeLimit]?.number == 2 << 20)
    #expect(
      configuration.choices.first
        == RuleChoice(ignore: ["markers", "skipped-phase"], severities: ["status-mismatch": .warning]))
  }

  @Test(
    "every mistake says where it is, what is valid, and what was probably meant",
    arguments: [
      (
        "{",
        "1:2: found the end of the file, expected a key in double quotes or '}' (the bracket or quote before it is in line 1)"
      ),
      ("[]", "1:1: a configuration must be an object, not an array (write { and } around the keys)"),
      (#"{"profle": "claude"}"#, #"1:2: unknown key "profle" (did you mean "profile"? use one of $schema,"#),
      (
        #"{"profile": "cladue"}"#,
        #"1:13: "cladue" is not a profile (did you mean "claude"? use one of auto, opencode, claude)"#
      ),
      (#"{"profile": 1}"#, #"1:13: "profile" must be a profile, not a number"#),
      (#"{"profile": null}"#, #"1:13: "profile" must be a profile, not null"#),
      (#"{"select": []}"#, #"1:12: "select" is an empty list (give at least one, or remove the key)"#),
      (#"{"select": "markers"}"#, #"1:12: "select" must be a list of rules and families, not a string"#),
      (
        #"{"select": ["status-mismach"]}"#,
        #"1:13: "status-mismach" is not a rule or family (did you mean "status-mismatch"? `statuslint rules` lists all rules)"#
      ),
      (#"{"ignore": [3]}"#, #"1:13: an element of "ignore" must be a rule or family, not a number"#),
      (
        #"{"severity": {"markers": "eror"}}"#,
        #"1:26: "eror" is not a severity (did you mean "error"? use one of error, warning, info, off)"#
      ),
      (
        #"{"severity": {"marker": "error"}}"#,
        #"1:15: "marker" is not a rule or family (did you mean "markers"? `statuslint rules` lists all rules)"#
      ),
      (#"{"perPath": [{"ignore": []}]}"#, #"1:14: "paths" is missing (give a pattern, or a list)"#),
      (
        #"{"perPath": [{"paths": "/specs"}]}"#,
        #"1:24: the pattern "/specs" begins with a slash (paths begin in the repository root: leave out the slash)"#
      ),
      (
        #"{"perPath": [{"paths": "a", "ignroe": []}]}"#,
        #"1:29: unknown key "ignroe" (did you mean "ignore"? use one of paths, select, ignore, severity)"#
      ),
      (
        #"{"roots": ["../x"]}"#,
        #"1:12: the path "../x" contains ".." (paths stay below the directory of the configuration file)"#
      ),
      (
        #"{"roots": ["/tmp/x"]}"#,
        #"1:12: the path "/tmp/x" is absolute (paths begin in the directory of the configuration file)"#
      ),
      (#"{"archive": "yes"}"#, #"1:13: "archive" must be true or false, not a string"#),
      (
        #"{"sizeLimit": "64 MB"}"#,
        #"1:15: "64 MB" is not a size (give a size in bytes, or with a unit as in 512K, 64M or 1G; less than 4G)"#
      ),
      (
        #"{"sizeLimit": -1}"#,
        "1:15: -1 is not a size (give a size in bytes, or with a unit as in 512K, 64M or 1G; less than 4G)"
      ),
      (#"{"sizeLimit": 1e3}"#, "1:15: 1e3 is not a size (give a size in bytes"),
      (
        #"{"failOn": "fatal"}"#,
        #"1:12: "fatal" is not a severity, or never (use one of error, warning, info, never)"#
      ),
      (#"{"reports": [{"format": "junit"}]}"#, #"1:14: "path" is missing (give a path)"#),
      (
        #"{"reports": [{"format": "junti", "path": "x"}]}"#,
        #"1:25: "junti" is not a format (did you mean "junit"? use one of text, junit)"#
      ),
      (#"{"baseline": ""}"#, "1:14: the text is empty (write a path)"),
      (#"{"extends": ["a"]}"#, #"1:13: "extends" must be a path, not an array"#),
      (#"{"statuses": {"ON HOLD": {}}}"#, #"1:26: "kind" is missing (give a kind)"#),
      (
        #"{"statuses": {"On Hold": {"kind": "waiting"}}}"#,
        #"1:15: "On Hold" is not a marker (write capital letters with single spaces or hyphens, as in "ON HOLD")"#
      ),
      (
        #"{"statuses": {"HELD": {"kind": "wating"}}}"#,
        #"1:32: "wating" is not a kind (did you mean "waiting"? use one of initial, active, resting, waiting, terminal)"#
      ),
      (
        #"{"statuses": {"HELD": {"kind": "waiting", "value": "Held"}}}"#,
        #"1:52: "Held" is not a value of state files"#
      ),
      (
        #"{"statuses": {"HELD": {"kind": "waiting", "spellings": ["h3ld"]}}}"#,
        #"1:57: "h3ld" is not a spelling of a status"#
      ),
      (
        #"{"statuses": {"ABCDEFGHIJKLMNOPQRSTUVWXYZ": {"kind": "waiting"}}}"#,
        #"1:15: "ABCDEFGHIJKLMNOPQRSTUVWXYZ" has 26 letters (a status has at most 24)"#
      ),
      (
        #"{"timestamps": {"task": "iso"}}"#,
        #"1:25: "iso" is not a form of timestamps (use one of date, full)"#
      ),
      (
        #"{"timestamps": {"tasks": "date"}}"#,
        #"1:17: unknown key "tasks" (did you mean "task"? use one of task, phase, statusChange, record, lastUpdated, header)"#
      ),
      (
        #"{"authority": ["todo.md"]}"#,
        #"1:16: "todo.md" is not a file (did you mean "TODO.md"? use one of TODO.md, state.json)"#
      ),
      (#"{"$schema": 3}"#, #"1:13: "$schema" must be the address of a JSON Schema, not a number"#),
      (
        #"{"archive": true, "archive": true}"#,
        #"1:19: duplicate key "archive" (it was first given in line 1)"#
      ),
      ("{\"extends\": \"\u{1B}[31m/..\"}", #"1:14: found the control character U+001B in a string"#),
    ])
  func explainsMistakes(_ text: String, _ fault: String) {
    let faults = ReadConfiguration(text).faults
    #expect(faults.count == 1)
    #expect(faults.first?.hasPrefix("statuslint.json:" + fault) ?? false, "\(faults)")
  }

  @Test("all mistakes of a file are reported, but no more than fifty")
  func reportsAll() {
    let read = ReadConfiguration(#"{"profile": 1, "select": [], "x": 2, "severity": {"y": "z"}}"#)
    #expect(read.faults.count == 5)
    let many = ReadConfiguration("{" + (0..<200).map { "\"x\($0)\": 1" }.joined(separator: ", ") + "}")
    #expect(many.faults.count == 51)
    #expect(many.faults.last?.hasSuffix("more mistakes are not listed") ?? false)
  }

  @Test("brackets nested deeper than any form are refused")
  func refusesDepth() {
    let read = ReadConfiguration(String(repeating: "[", count: 100_000))
    #expect(read.faults.count == 1)
  }

  // MARK: Layers

  @Test("a file goes before the file that it extends, and the command line before both")
  func mergesLayers() {
    let read = ReadConfiguration(
      """
      {"extends": "base.json", "ignore": ["markers"], "severity": {"markers": "info"}, "failOn": "error",
       "perPath": [{"paths": "b"}], "transitions": {"planned": ["on_hold"]}}
      """,
      others: [
        "base.json": """
        {"profile": "claude", "ignore": ["skipped-phase"], "severity": {"markers": "error", "consistency": "off"},
         "failOn": "never", "perPath": [{"paths": "a"}], "transitions": {"planned": ["blocked"], "blocked": ["planned"]}}
        """
      ])
    #expect(read.faults == [])
    #expect(read.reader.paths == ["statuslint.json", "base.json"])
    var commandLine = ConfigurationLayer()
    commandLine[.profile] = Setting(.text("opencode"), from: .option("--profile"))
    let configuration = read.configuration(under: commandLine)
    #expect(configuration[.profile] == commandLine[.profile])
    #expect(configuration[.failOn]?.text == "error")
    #expect(configuration[.ignore]?.texts == ["skipped-phase", "markers"])
    #expect(configuration[.severity]?["markers"]?.text == "info")
    #expect(configuration[.severity]?["consistency"]?.text == "off")
    #expect(configuration.pathChoices.map { $0.patterns.map(\.text) } == [["a"], ["b"]])
    #expect(configuration[.transitions]?["planned"]?.texts == ["blocked", "on_hold"])
    #expect(configuration[.transitions]?["blocked"]?.texts == ["planned"])
  }

  @Test("a layer that selects rules drops what the layers below it ignore")
  func selectionBeginsAnew() {
    var commandLine = ConfigurationLayer()
    commandLine.add(["markers"], to: .select, from: "--select")
    let configuration = ReadConfiguration(#"{"ignore": ["skipped-phase"]}"#).configuration(under: commandLine)
    #expect(configuration[.ignore] == nil)
    #expect(configuration[.select]?.texts == ["markers"])
  }

  @Test("files that extend each other in a circle, or too many, are refused")
  func refusesCircles() {
    let circle = ReadConfiguration(#"{"extends": "b"}"#, others: ["b": #"{"extends": "statuslint.json"}"#])
    #expect(circle.faults == [#"b:1:13: cannot read statuslint.json"#])
    let own = ReadConfiguration(#"{"extends": "b"}"#, others: ["b": #"{"extends": "b"}"#])
    #expect(own.faults == [#"b:1:13: "b" extends this file again (remove "extends" from one of the files)"#])
    let row = ReadConfiguration(
      #"{"extends": "1"}"#,
      others: Dictionary(uniqueKeysWithValues: (1..<20).map { ("\($0)", "{\"extends\": \"\($0 + 1)\"}") }))
    #expect(
      row.faults == ["7:1:13: more than 8 files extend each other (put their settings into fewer files)"])
  }

  @Test("a file that cannot be read is a mistake of the file that extends it, beside its others")
  func reportsMissingFile() {
    let read = ReadConfiguration(#"{"extends": "gone.json", "profile": 3}"#)
    #expect(
      read.faults == [
        #"statuslint.json:1:37: "profile" must be a profile, not a number"#,
        "statuslint.json:1:13: cannot read gone.json",
      ])
  }
}
