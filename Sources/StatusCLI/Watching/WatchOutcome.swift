import StatusDiagnostics

/// What one check of `check --watch` came to.
enum WatchOutcome {
  case checked(CheckPass)
  /// The check was impossible, so the last result does not hold any more.
  case failed(CommandError)

  /// What would be read in a report, apart from times.
  var facts: [String] {
    switch self {
    case .checked(let pass):
      pass.result.findings.map { finding in
        let place = finding.location.map { "\($0.path) \($0.range)" } ?? ""
        return "\(finding.fingerprint) \(finding.severity.name) \(place) \(finding.message)"
      } + pass.result.stale.map(\.fingerprint) + ["\(pass.result.setAside.count)"]
    case .failed(let error): [error.text.shown]
    }
  }

  /// The exit code if nothing comes after it.
  var exitCode: ExitCode {
    switch self {
    case .checked(let pass): pass.exitCode
    case .failed(let error): error.exitCode
    }
  }
}
