import StatusDiagnostics
import StatusEngine
import StatusRules

extension CheckResult {
  /// One result of several trees, in the order of reports.
  static func merged(_ results: [CheckResult]) -> CheckResult {
    guard let first = results.first, results.count > 1 else {
      return results.first
        ?? CheckResult(trees: [], findings: [], files: [], failOn: nil, seconds: 0)
    }
    var merged = first
    for result in results.dropFirst() {
      merged.findings += result.findings
      merged.fixed += result.fixed
      merged.setAside += result.setAside
      merged.stale += result.stale
      merged.files += result.files
      merged.trees += result.trees
      merged.tasks += result.tasks
    }
    merged.findings = CheckEngine.sorted(merged.findings)
    merged.fixed = CheckEngine.sorted(merged.fixed)
    merged.setAside = CheckEngine.sorted(merged.setAside)
    merged.files.sort { $0.path < $1.path }
    return merged
  }

  /// The result with `prefix` before every path: those of two repositories would mix otherwise.
  func prefixed(_ prefix: String) -> CheckResult {
    guard !prefix.isEmpty else { return self }
    var result = self
    for index in trees.indices { result.trees[index].root = prefix + trees[index].root }
    for index in tasks.indices { result.tasks[index].root = prefix + tasks[index].root }
    result.findings = findings.map { $0.prefixed(prefix) }
    result.fixed = fixed.map { FixedFinding($0.finding.prefixed(prefix), start: $0.start) }
    result.setAside = setAside.map { SetAsideFinding($0.finding.prefixed(prefix), $0.cause.prefixed(prefix)) }
    result.files = files.map { file in
      CheckedFile(
        path: prefix + file.path, outcome: file.outcome, source: file.source, rules: file.rules,
        suppressed: file.suppressed)
    }
    return result
  }
}

extension Finding {
  fileprivate func prefixed(_ prefix: String) -> Finding {
    var finding = self
    finding.location?.path = prefix + (location?.path ?? "")
    for index in related.indices {
      finding.related[index].location.path = prefix + related[index].location.path
    }
    finding.missingFrom = missingFrom.map { prefix + $0 }
    for index in (fix?.files ?? []).indices {
      finding.fix?.files[index].path = prefix + (fix?.files[index].path ?? "")
    }
    return finding
  }
}

extension SetAsideFinding.Cause {
  fileprivate func prefixed(_ prefix: String) -> Self {
    guard case .suppressed(var place, let reason) = self else { return self }
    place.path = prefix + place.path
    return .suppressed(at: place, reason: reason)
  }
}
