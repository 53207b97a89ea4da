import StatusDiagnostics

/// The counts of a check that reports end in.
package struct ReportSummary: Equatable, Sendable {
  /// Files that were read.
  package private(set) var files = 0
  /// Files with findings; a finding of the tree counts for none.
  package private(set) var filesWithFindings = 0
  /// Findings of severity error.
  package private(set) var errors = 0
  /// Findings of severity warning.
  package private(set) var warnings = 0
  /// Findings of severity info.
  package private(set) var infos = 0
  /// Findings with a safe fix: those that `--fix` would remove.
  package private(set) var fixable = 0
  /// Findings that a fix has removed.
  package private(set) var fixed = 0

  /// Counts `result`.
  package init(_ result: CheckResult) {
    files = result.files.count
    fixed = result.fixed.count
    var paths: Set<String> = []
    var latest: String?
    for finding in result.findings {
      count(finding)
      if let path = finding.location?.path, path != latest {
        paths.insert(path)
        latest = path
      }
    }
    filesWithFindings = paths.count
  }

  private mutating func count(_ finding: Finding) {
    switch finding.severity {
    case .error: errors += 1
    case .warning: warnings += 1
    case .info: infos += 1
    case .off: break
    }
    if finding.fix?.applicability == .safe { fixable += 1 }
  }

  /// "3 errors, 1 warning in 2 files", or "no findings".
  package var phrase: String {
    let counts = [(errors, "error"), (warnings, "warning"), (infos, "info")]
    let parts = counts.filter { $0.0 > 0 }.map { Self.counted($0.0, $0.1) }
    guard !parts.isEmpty else { return "no findings" }
    let findings = parts.joined(separator: ", ")
    return filesWithFindings == 0 ? findings : "\(findings) in \(Self.counted(filesWithFindings, "file"))"
  }

  /// "1 file", "2 files".
  static func counted(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }
}
