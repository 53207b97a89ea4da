import StatusDiagnostics
import StatusModel
import StatusText

/// A value in a state file has the wrong type.
struct WrongStateType: FileRule {
  static let descriptor = RuleDescriptor(
    name: "wrong-state-type", family: .structure, severity: .error, fix: .safe,
    summary: "A value that programs read in a state file has the wrong type.",
    rationale: """
      Programs compare values with their types: `"12"` is not `12`, so they do not find a task whose \
      number is a string.
      """,
    bad: [
      "specs/state.json": """
      {
        "active_projects": [
          {"project_number": «"7"», "status": "not_started"}
        ]
      }
      """
    ],
    good: [
      "specs/state.json": """
      {
        "active_projects": [
          {"project_number": 7, "status": "not_started"}
        ]
      }
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .registry || kind == .projectState }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    switch file.content {
    case .registry(let registry):
      for flaw in registry.flaws { report(flaw, nil, in: file, &findings) }
      for entry in registry.entries {
        for flaw in entry.flaws { report(flaw, entry.number, in: file, &findings) }
      }
    case .projectState(let state):
      let task = context.taskNumber(of: file) ?? state.number
      for flaw in state.flaws { report(flaw, task, in: file, &findings) }
    default: break
    }
  }

  private func report(
    _ flaw: StateFlaw, _ task: Int?, in file: TrackedFile, _ findings: inout FindingCollector
  ) {
    let text = file.source.text(flaw.range)
    var fix: Fix?
    let message: String
    var help: String?
    switch flaw.kind {
    case .missing, .null: return
    case .wrongType(let found, let wanted): message = .wrongType(flaw.key, found, wanted)
    case .outOfRange:
      message = .outOfRange(flaw.key, text)
      help = .validNumbers
    case .quotedNumber(let digits):
      message = .quoted(flaw.key, text)
      fix = Fix(.safe, .unquote(digits), at: Location(path: file.path, range: flaw.range), with: digits)
    }
    findings.report(
      .entry, message, in: file.source, at: flaw.range, task: task, help: help, fix: fix,
      evidence: "\(flaw.key) \(text.prefix(100))")
  }
}

extension String {
  fileprivate static func wrongType(_ key: String, _ found: String, _ wanted: String) -> String {
    "\"\(key)\" contains \(found), expected \(wanted)"
  }
  fileprivate static func outOfRange(_ key: String, _ text: String) -> String {
    "\"\(key)\" contains \(text.prefix(60)), which is not a valid task number"
  }
  fileprivate static let validNumbers = "use an integer from 0 to 999999999"
  fileprivate static func quoted(_ key: String, _ text: String) -> String {
    "\"\(key)\" contains \(text), a number in quotes"
  }
  fileprivate static func unquote(_ digits: String) -> String { "replace with \(digits), without quotes" }
}
