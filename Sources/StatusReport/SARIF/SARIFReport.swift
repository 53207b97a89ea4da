import StatusDiagnostics
import StatusText

/// `sarif`: SARIF 2.1.0 with one run, for code scanning and security dashboards.
///
/// Comments name the sections of the standard (OASIS, SARIF version 2.1.0).
enum SARIFReport: Report {
  static func render(_ result: CheckResult, _ options: ReportOptions) -> [UInt8] {
    var json = JSONWriter(capacity: result.findings.count * 1536 + 128 * 1024)
    json.object { json in
      json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.member("version", "2.1.0")
      json.array("runs", CollectionOfOne(result)) { json, result in
        json.object { writeRun(of: result, options, to: &$0) }
      }
    }
    return json.finish()
  }

  private static func writeRun(of result: CheckResult, _ options: ReportOptions, to json: inout JSONWriter) {
    json.object("tool") { json in
      json.object("driver") { json in
        json.member("name", "statuslint")
        json.member("semanticVersion", options.toolVersion)
        json.array("rules", options.rules) { json, rule in json.object { SARIFRule(rule).write(to: &$0) } }
      }
    }
    writeInvocation(of: result, options, to: &json)
    json.object("originalUriBaseIds") { json in
      json.object("%SRCROOT%") { json in
        json.object("description") { $0.member("text", "The root of the repository.") }
      }
    }
    // 3.14.17: our columns count characters; 3.14.16: a lone CR ends a line as well.
    json.member("columnKind", "unicodeCodePoints")
    json.strings("newlineSequences", ["\r\n", "\n", "\r"])
    var results = SARIFResults(result, options)
    json.array("results", results.all) { json, item in json.object { results.write(item, to: &$0) } }
  }

  private static func writeInvocation(
    of result: CheckResult, _ options: ReportOptions, to json: inout JSONWriter
  ) {
    json.array("invocations", CollectionOfOne(result)) { json, result in
      json.object { json in
        json.member("executionSuccessful", result.isComplete)
        json.member("exitCode", result.exitCode)
        json.member("endTimeUtc", "\(UTCTimestamp(secondsSince1970: options.timestamp))Z")
        if !result.stale.isEmpty {
          let places = SARIFPlaces(result, options)
          json.array("toolExecutionNotifications", result.stale) { json, entry in
            json.object { write(entry, places, to: &$0) }
          }
        }
      }
    }
  }

  /// A finding of the baseline that is gone: a note (3.58), since dashboards would take a result for an open one.
  private static func write(_ entry: Baseline.Entry, _ places: SARIFPlaces, to json: inout JSONWriter) {
    json.member("level", "note")
    json.object("message") { $0.member("text", entry.staleMessage) }
    json.object("associatedRule") { $0.member("id", entry.rule) }
    json.array("locations", CollectionOfOne(entry.path)) { json, path in
      json.object { places.write(fileAt: path, to: &$0) }
    }
  }
}
