import StatusDiagnostics

extension CheckResult {
  /// One result of several trees, in their order.
  static func merged(_ results: [CheckResult]) -> CheckResult {
    guard let first = results.first, results.count > 1 else {
      return results.first
        ?? CheckResult(profile: "", profileReason: "", findings: [], files: [], failOn: nil, seconds: 0)
    }
    var merged = first
    for result in results.dropFirst() {
      merged.findings += result.findings
      merged.files += result.files
      if result.profile != merged.profile { merged.profile += ", \(result.profile)" }
      if result.profileReason != merged.profileReason { merged.profileReason += "; \(result.profileReason)" }
    }
    merged.files.sort { $0.path < $1.path }
    return merged
  }
}
