import StatusDiagnostics
import StatusText

/// `jsonl`: one object per line and finding, as in `schemas/report-line.schema.json`. First the open findings, then the
/// fixed ones, then those that do not count; `state` tells which.
enum JSONLinesReport: Report {
  static func render(_ result: CheckResult, _ options: ReportOptions) -> [UInt8] {
    let count = result.findings.count + result.fixed.count + result.setAside.count
    var json = JSONWriter(capacity: count * 640, layout: .line)
    let families = options.families
    var positions = FindingPositions(result.files)
    for finding in result.findings {
      write(state: "open", to: &json) { JSONFinding(finding, families).write(&positions, to: &$0) }
    }
    for fixed in result.fixed {
      write(state: "fixed", to: &json) {
        JSONFinding(fixed.finding, families).writeFixed(at: fixed.start, to: &$0)
      }
    }
    for setAside in result.setAside {
      write(state: setAside.cause.word, to: &json) {
        JSONFinding(setAside.finding, families).write(&positions, to: &$0)
        if case .suppressed(_, let reason) = setAside.cause { $0.member("reason", reason) }
      }
    }
    return json.buffer.bytes
  }

  private static func write(state: String, to json: inout JSONWriter, _ members: (inout JSONWriter) -> Void) {
    json.object { json in
      members(&json)
      json.member("state", state)
    }
    json.endLine()
  }
}
