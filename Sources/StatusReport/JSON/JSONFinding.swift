import StatusDiagnostics
import StatusText

/// Writes the members of one finding.
struct JSONFinding {
  private let finding: Finding
  private let family: RuleFamily?

  /// `finding`, with the families of rules in `families`.
  init(_ finding: Finding, _ families: [String: RuleFamily]) {
    self.finding = finding
    family = families[finding.rule]
  }

  /// Writes the members of an open finding.
  func write(_ positions: inout FindingPositions, to json: inout JSONWriter) {
    let start = finding.location.map { positions.start(of: $0) }
    let end = finding.location.map { positions.end(of: $0) }
    writeHead(at: start, to: &json)
    json.member("endLine", end?.line)
    json.member("endColumn", end?.column)
    writeSubject(to: &json)
    json.array("related", finding.related) { json, related in
      let start = positions.start(of: related.location)
      json.object { json in
        json.member("path", related.location.path)
        json.member("line", start.line)
        json.member("column", start.column)
        json.member("message", related.message)
      }
    }
    json.member("help", finding.help)
    writeFix(to: &json)
    json.member("fingerprint", finding.fingerprint)
  }

  /// Writes the members of a fixed finding; its end and its related locations no longer exist.
  func writeFixed(at start: TextPosition?, to json: inout JSONWriter) {
    writeHead(at: start, to: &json)
    writeSubject(to: &json)
    json.member("description", finding.fix?.description)
    json.member("fingerprint", finding.fingerprint)
  }

  private func writeHead(at start: TextPosition?, to json: inout JSONWriter) {
    json.member("rule", finding.rule)
    json.member("family", family?.rawValue)
    json.member("severity", finding.severity.name)
    json.member("message", finding.message)
    json.member("path", finding.location?.path)
    json.member("line", start?.line)
    json.member("column", start?.column)
  }

  private func writeSubject(to json: inout JSONWriter) {
    json.member("task", finding.task)
    json.member("phase", finding.phase)
  }

  private func writeFix(to json: inout JSONWriter) {
    guard let fix = finding.fix else { return json.null("fix") }
    json.object("fix") { json in
      json.member("applicability", fix.applicability.rawValue)
      json.member("description", fix.description)
      let edits = fix.files.flatMap { file in file.edits.map { (file.path, $0) } }
      json.array("edits", edits) { json, item in
        let (path, edit) = item
        json.object { json in
          json.member("path", path)
          json.member("start", edit.range.lower)
          json.member("end", edit.range.upper)
          json.member("replacement", String(decoding: edit.replacement, as: UTF8.self))
        }
      }
    }
  }
}
