import StatusDiagnostics
import StatusText

/// The results of a run (3.27): findings that count, and those that do not.
struct SARIFResults {
  private let result: CheckResult
  private let ruleIndices: [String: Int]
  private let treePlace: TreePlace
  private var places: SARIFPlaces

  /// The results of a check.
  init(_ result: CheckResult, _ options: ReportOptions) {
    self.result = result
    treePlace = TreePlace(result)
    places = SARIFPlaces(result, options)
    ruleIndices = Dictionary(
      options.rules.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Every finding, and why it does not count, if it does not.
  var all: [(finding: Finding, cause: SetAsideFinding.Cause?)] {
    result.findings.map { ($0, nil) } + result.setAside.map { ($0.finding, $0.cause) }
  }

  /// Writes the members of one result.
  mutating func write(
    _ item: (finding: Finding, cause: SetAsideFinding.Cause?), to json: inout JSONWriter
  ) {
    let finding = item.finding
    json.member("ruleId", finding.rule)
    if let index = ruleIndices[finding.rule] { json.member("ruleIndex", index) }
    json.member("level", SARIFRule.level(finding.severity))
    json.object("message") { $0.member("text", finding.message) }
    writeLocations(of: finding, to: &json)
    json.object("partialFingerprints") { $0.member("statuslint/v1", finding.fingerprint) }
    if result.usesBaseline { json.member("baselineState", item.cause == .baselined ? "unchanged" : "new") }
    // 3.27.23: if one result has suppressions, all have.
    if !result.setAside.isEmpty { writeSuppressions(item.cause, to: &json) }
    if let fix = finding.fix { writeFix(fix, to: &json) }
    writeProperties(of: finding, to: &json)
  }

  private mutating func writeLocations(of finding: Finding, to json: inout JSONWriter) {
    json.array("locations", CollectionOfOne(finding.location)) { json, location in
      json.object { json in
        guard let location else { return places.write(fileAt: treePlace.path, to: &json) }
        places.write(location, to: &json)
      }
    }
    guard !finding.related.isEmpty else { return }
    json.array("relatedLocations", finding.related.enumerated()) { json, related in
      json.object { json in
        json.member("id", related.offset + 1)
        places.write(related.element.location, to: &json)
        json.object("message") { $0.member("text", related.element.message) }
      }
    }
  }

  private mutating func writeSuppressions(_ cause: SetAsideFinding.Cause?, to json: inout JSONWriter) {
    json.array("suppressions", [cause].compactMap(\.self)) { json, cause in
      json.object { json in
        switch cause {
        case .suppressed(let comment, let reason):
          json.member("kind", "inSource")
          if let reason { json.member("justification", reason) }
          json.object("location") { places.write(comment, to: &$0) }
        case .baselined:
          json.member("kind", "external")
          json.member("justification", "in the baseline")
        }
      }
    }
  }

  private mutating func writeFix(_ fix: Fix, to json: inout JSONWriter) {
    json.array("fixes", CollectionOfOne(fix)) { json, fix in
      json.object { json in
        json.object("description") { $0.member("text", fix.description) }
        json.array("artifactChanges", fix.files.filter { !$0.edits.isEmpty }) { json, file in
          json.object { json in
            places.writeArtifact(file.path, to: &json)
            json.array("replacements", file.edits) { json, edit in
              json.object { places.write(edit, in: file.path, to: &$0) }
            }
          }
        }
        json.object("properties") { $0.member("applicability", fix.applicability.rawValue) }
      }
    }
  }

  private func writeProperties(of finding: Finding, to json: inout JSONWriter) {
    guard finding.task != nil || finding.help != nil else { return }
    json.object("properties") { json in
      if let task = finding.task { json.member("task", task) }
      if let phase = finding.phase { json.member("phase", phase) }
      if let help = finding.help { json.member("help", help) }
    }
  }
}
