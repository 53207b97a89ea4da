import StatusDiagnostics
import StatusText

/// The counts at the end of a report.
package struct ReportSummary: Equatable, Sendable {
  /// The number of files that were read.
  package private(set) var files = 0
  /// The number of files with findings; findings of the tree are not counted.
  package private(set) var filesWithFindings = 0
  /// The number of findings with severity error.
  package private(set) var errors = 0
  /// The number of findings with severity warning.
  package private(set) var warnings = 0
  /// The number of findings with severity info.
  package private(set) var infos = 0
  /// The number of findings with a safe fix.
  package private(set) var fixable = 0
  /// The number of findings with an unsafe fix.
  package private(set) var fixableUnsafely = 0
  /// The number of fixed findings.
  package private(set) var fixed = 0
  /// The number of findings that comments suppress.
  package private(set) var suppressed = 0
  /// The number of findings in the baseline.
  package private(set) var baselined = 0
  /// The number of entries of the baseline whose findings are gone.
  package private(set) var stale = 0
  private let showsOnlyFixed: Bool

  /// Counts `result`.
  package init(_ result: CheckResult) {
    files = result.files.count
    fixed = result.fixed.count
    showsOnlyFixed = result.showsOnlyFixed
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
    baselined = result.setAside.count { $0.cause == .baselined }
    suppressed = result.setAside.count - baselined
    stale = result.stale.count
  }

  private mutating func count(_ finding: Finding) {
    switch finding.severity {
    case .error: errors += 1
    case .warning: warnings += 1
    case .info: infos += 1
    case .off: break
    }
    switch finding.fix?.applicability {
    case .safe: fixable += 1
    case .unsafe: fixableUnsafely += 1
    case nil: break
    }
  }

  /// "3 errors, 1 warning in 2 files; 2 fixable with --fix".
  package var phrase: String {
    if showsOnlyFixed { return fixed == 0 ? "nothing fixed" : "\(fixed) fixed" }
    return (fixPhrases + setAsidePhrases).reduce(findingsPhrase) { "\($0); \($1)" }
  }

  /// "2 fixed", "1 fixable with --fix, 1 more with --unsafe-fixes"; only parts that apply.
  private var fixPhrases: [String] {
    var phrases = fixed > 0 ? ["\(fixed) fixed"] : []
    if fixable > 0 {
      phrases.append(
        "\(fixable) fixable with --fix"
          + (fixableUnsafely > 0 ? ", \(fixableUnsafely) more with --unsafe-fixes" : ""))
    } else if fixableUnsafely > 0 {
      phrases.append(
        fixed > 0
          ? "\(fixableUnsafely) more with --unsafe-fixes"
          : "\(fixableUnsafely) fixable with --fix --unsafe-fixes")
    }
    return phrases
  }

  /// "2 suppressed", "120 in the baseline", "3 stale in the baseline"; only parts that apply.
  private var setAsidePhrases: [String] {
    var phrases = suppressed > 0 ? ["\(suppressed) suppressed"] : []
    if baselined > 0 { phrases.append("\(baselined) in the baseline") }
    if stale > 0 { phrases.append("\(stale) stale in the baseline") }
    return phrases
  }

  /// "3 errors, 1 warning in 2 files", or "no findings".
  private var findingsPhrase: String {
    let counts = [(errors, "error"), (warnings, "warning"), (infos, "info")]
    // Not joined(): its first use makes the runtime search all conformances.
    var findings = ""
    for (count, noun) in counts where count > 0 {
      findings += findings.isEmpty ? "\(Counted(count, noun))" : ", \(Counted(count, noun))"
    }
    guard !findings.isEmpty else { return "no findings" }
    return filesWithFindings == 0 ? findings : "\(findings) in \(Counted(filesWithFindings, "file"))"
  }
}
