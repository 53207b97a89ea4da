import StatusDiagnostics
import StatusText

/// `jsonl`: one object per line and finding, as in `schemas/report-line.schema.json`. First the open findings, then the
/// fixed ones, then those that do not count; `state` tells which. Last
/// come the entries of the baseline whose findings are gone.
enum JSONLinesReport: Report {
  static func render(_ result: CheckResult, _ options: ReportOptions) -> [UInt8] {
    let count = result.findings.count + result.fixed.count + result.setAside.count + result.stale.count
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
    for entry in result.stale {
      write(state: "stale", to: &json) { json in
        json.member("rule", entry.rule)
        json.member("family", families[entry.rule]?.rawValue)
        json.null("severity")
        json.member("message", entry.staleMessage)
        json.member("path", entry.path)
        json.null("line")
        json.null("column")
        json.member("task", entry.task)
        json.member("phase", entry.phase)
        json.member("fingerprint", entry.fingerprint)
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
