import StatusDiagnostics

/// A line of `check --watch --format jsonl`: the files that have changed, and then the members of a `json` report, or why
/// there is no result.
package enum WatchLine {
  /// The line for `result`, which came after `changed` files had changed.
  package static func render(_ result: CheckResult, changed: [String], _ options: ReportOptions) -> [UInt8] {
    var json = JSONWriter(capacity: result.findings.count * 640 + 1024, layout: .line)
    json.object { json in
      json.strings("changed", changed)
      JSONReport.write(result, options, to: &json)
    }
    return json.finish()
  }

  /// The line for a check that was impossible; `failure` says why.
  package static func render(failure: String, changed: [String]) -> [UInt8] {
    var json = JSONWriter(capacity: 1024, layout: .line)
    json.object { json in
      json.strings("changed", changed)
      json.member("error", failure)
    }
    return json.finish()
  }
}
