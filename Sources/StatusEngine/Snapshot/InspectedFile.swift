import StatusDiagnostics
import StatusModel
import StatusRules

/// A file, and what was found in it when it was parsed; severities are not set.
struct InspectedFile: Sendable {
  let file: TrackedFile
  let findings: [Finding]

  /// A file with what was found in it.
  init(file: TrackedFile, findings: [Finding]) {
    self.file = file
    self.findings = findings
  }

  /// A file that rules look at later.
  init(_ file: TrackedFile) { self.init(file: file, findings: []) }

  /// A file that rules look at later; nil for none.
  init?(_ file: TrackedFile?) {
    guard let file else { return nil }
    self.init(file)
  }

  /// A file that `rules` look at now. Unless `keepsBytes`, the bytes of a plan in which nothing is found are let go: the
  /// memory is hot, and the next plan can have it.
  init(
    _ file: TrackedFile, _ rules: RulesInForce, _ context: FileContext, keepsBytes: Bool
  ) {
    // Which plans are current is known when all files are: what is found in others matters less then.
    let findings = rules.inspect(file, in: context)
    let isKept = keepsBytes || !findings.isEmpty || file.kind != .plan
    self.init(file: isKept ? file : file.withoutBytes(), findings: findings)
  }
}
